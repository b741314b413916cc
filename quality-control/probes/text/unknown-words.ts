import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import nspell from 'nspell'

import type { UnknownWord } from '../child-pool/jobs'

/** A suggestion takes tens of milliseconds: only for the first unknown words. */
const maxSuggestedWords = 25
const maxSuggestions = 3

let loading: Promise<nspell> | undefined

/**
 * The words, by index, that the English dictionary does not know. Runs in a pooled child, because it blocks.
 */
export async function unknownWords({ words }: { words: string[] }): Promise<UnknownWord[]> {
  loading ??= load()
  const speller = await loading
  const suggestions = new Map<string, string[]>()
  const suggest = (word: string) => {
    if (!suggestions.has(word))
      suggestions.set(
        word,
        suggestions.size < maxSuggestedWords ? speller.suggest(word).slice(0, maxSuggestions) : [],
      )
    return suggestions.get(word) ?? []
  }
  return [...words.entries()]
    .filter(([, word]) => !speller.correct(word))
    .map(([index, word]) => ({ index, suggestions: suggest(word) }))
}

/** Reads the dictionary's files: its module uses top-level await, which a CommonJS loader rejects. */
async function load(): Promise<nspell> {
  const folder = dirname(require.resolve('dictionary-en'))
  const [affixes, words] = await Promise.all([
    readFile(join(folder, 'index.aff')),
    readFile(join(folder, 'index.dic')),
  ])
  return nspell(affixes, words)
}
