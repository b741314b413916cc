import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import nspell from 'nspell'

let loading: Promise<nspell[]> | undefined

/**
 * The words that are neither American nor British English. Runs in a pooled child, because it blocks.
 */
export async function unknownEnglishWords({ words }: { words: string[] }): Promise<string[]> {
  loading ??= Promise.all([
    load(dirname(require.resolve('dictionary-en'))),
    load(dirname(require.resolve('dictionary-en-gb'))),
  ])
  const spellers = await loading
  return words.filter((word) => !spellers.some((speller) => speller.correct(word)))
}

/** Reads the dictionary's files: its module uses top-level await, which a CommonJS loader rejects. */
async function load(folder: string): Promise<nspell> {
  const [affixes, words] = await Promise.all([
    readFile(join(folder, 'index.aff')),
    readFile(join(folder, 'index.dic')),
  ])
  return nspell(affixes, words)
}
