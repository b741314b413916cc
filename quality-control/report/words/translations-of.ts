import type { ReportLanguage } from '../../report'
import { de } from './de/translations'
import { es } from './es/translations'
import { fr } from './fr/translations'
import type { Translations } from './translations'

/** The checks write English. */
const catalogue: Record<Exclude<ReportLanguage, 'en'>, Translations> = { de, fr, es }

export const translationsOf = (language: Exclude<ReportLanguage, 'en'>): Translations => catalogue[language]

/** Whether all that the checks say is there in this language. */
export const isTranslated = (language: ReportLanguage) =>
  language === 'en' || translationsOf(language).isComplete
