import { languageOf } from './languages'
import { type SpellingOptions, unknownWords } from './unknown-words'

const maxSuggestions = 3

/**
 * For each word the words of the language that are one slip away: two letters swapped, one left out, doubled,
 * added or mistaken. Almost every misspelling is; a name, a foreign word or a scrap of OCR mostly is not.
 */
export async function nearbyWords(
  language: string,
  words: readonly string[],
  options: SpellingOptions,
): Promise<ReadonlyMap<string, string[]>> {
  const letters = `abcdefghijklmnopqrstuvwxyz${languageOf(language)?.letters ?? ''}`
  const slips = new Map(words.map((word) => [word, slipsOf(word.toLowerCase(), letters)]))
  const shown = language === 'de' ? (word: string) => [word, capitalised(word)] : (word: string) => [word]
  const candidates = [...slips.values()].flat().flatMap(shown)
  const unknown = await unknownWords(language, candidates, options)
  const knownForm = (word: string) => shown(word).find((form) => !unknown.has(form)) ?? []
  return new Map(
    [...slips].map(([word, all]) => [word, [...new Set(all.flatMap(knownForm))].slice(0, maxSuggestions)]),
  )
}

export const capitalised = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1)

/** The likelier slips first. */
function slipsOf(word: string, letters: string): string[] {
  const places = Array.from({ length: word.length }, (_, index) => index)
  const swapped = places
    .slice(1)
    .map((at) => word.slice(0, at - 1) + word.charAt(at) + word.charAt(at - 1) + word.slice(at + 1))
  const shorter = places.map((at) => word.slice(0, at) + word.slice(at + 1))
  const longer = [...places, word.length].flatMap((at) =>
    Array.from(letters, (letter) => word.slice(0, at) + letter + word.slice(at)),
  )
  const mistaken = places.flatMap((at) =>
    Array.from(letters, (letter) => word.slice(0, at) + letter + word.slice(at + 1)),
  )
  return [...swapped, ...shorter, ...longer, ...mistaken].filter((one) => one !== word && one.length > 2)
}
