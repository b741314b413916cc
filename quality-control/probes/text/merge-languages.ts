import type { TextLanguage } from '../../facts/text'

/** Each language once with all its words, the one with most words first. */
export function mergeLanguages(languages: readonly TextLanguage[]): TextLanguage[] {
  const merged = new Map<string, TextLanguage>()
  for (const language of languages) {
    const words = (merged.get(language.code)?.words ?? 0) + language.words
    merged.set(language.code, { ...language, words })
  }
  return [...merged.values()].sort((a, b) => b.words - a.words)
}
