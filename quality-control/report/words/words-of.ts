import type { ReportLanguage } from '../../report'
import { de } from './de'
import { en } from './en'
import { es } from './es'
import { fr } from './fr'
import type { ReportWords } from './report-words'

/** A language without one of the words does not compile. */
const catalogue: Record<ReportLanguage, ReportWords> = { en, de, fr, es }

export const wordsOf = (language: ReportLanguage): ReportWords => catalogue[language]
