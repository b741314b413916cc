import { en } from './en'
import type { ReportLanguage, ReportWords } from './report-words'

const catalogue: Record<ReportLanguage, ReportWords> = { en, de: en, fr: en, es: en }

export const wordsOf = (language: ReportLanguage): ReportWords => catalogue[language]
