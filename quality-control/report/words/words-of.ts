import type { ReportLanguage } from '../../report'
import { de } from './de/frame'
import { en } from './en/frame'
import { es } from './es/frame'
import { fr } from './fr/frame'
import type { ReportWords } from './report-words'

/** A language without one of the words does not compile. */
const catalogue: Record<ReportLanguage, ReportWords> = { en, de, fr, es }

export const wordsOf = (language: ReportLanguage): ReportWords => catalogue[language]
