import table from './languages.json'

/** A language whose copy can be read and judged, and what this host needs for it. */
export interface Language {
  /** ISO 639-1. */
  code: string
  name: string
  /** The name of tesseract's model. */
  ocr: string
  /** Names of Hunspell dictionaries, the best one first. */
  dictionaries: string[]
  /** Its letters beside a to z. */
  letters: string
  /** Debian and Ubuntu packages. */
  packages: string[]
}

export const languages: readonly Language[] = table

export function languageOf(code: string): Language | undefined {
  return languages.find((one) => one.code === code)
}

/** `Danish` for `da`; the code where it has no name. */
export function languageName(code: string): string {
  return languageOf(code)?.name ?? new Intl.DisplayNames('en', { type: 'language' }).of(code) ?? code
}
