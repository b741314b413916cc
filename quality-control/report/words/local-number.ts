import type { ReportLanguage } from '../../report'
import { decimalComma } from './decimal-comma'

/** Writes the numbers and units of a text as the language does. */
export function localNumber(language: ReportLanguage): (text: string) => string {
  if (language === 'en') return (text) => text
  return language === 'fr' ? (text) => inOctets(decimalComma(text)) : decimalComma
}

/** `1,5 MB` is `1,5 Mo` in French. */
function inOctets(text: string): string {
  return text.replace(/(?<=\d )([kMGT])B(?![\p{L}\d])/gu, '$1o')
}
