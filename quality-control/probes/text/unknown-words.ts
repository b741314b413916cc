import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { runInChild } from '../child-pool/child-pool'
import type { ChildOptions } from '../child-pool/pooled-child'
import { runTool } from '../run-tool'
import { installedLanguages } from './installed-languages'

export interface SpellingOptions extends ChildOptions {
  /** Our own folder, for the list of words. */
  scratchDir: string
}

/** Whether this host has a dictionary of the language. */
export async function isJudged(language: string, searchPath: string): Promise<boolean> {
  return language === 'en' || (await installedLanguages(searchPath)).dictionaries.has(language)
}

/**
 * Those of the words that the dictionary of the language does not contain. Words without hyphens or spaces.
 * Throws when there is no dictionary, and when the tool fails.
 */
export async function unknownWords(
  language: string,
  words: readonly string[],
  options: SpellingOptions,
): Promise<ReadonlySet<string>> {
  const distinct = [...new Set(words)]
  if (distinct.length === 0) return new Set()
  return new Set(
    language === 'en' ? await english(distinct, options) : await hunspell(language, distinct, options),
  )
}

async function english(words: string[], options: SpellingOptions): Promise<string[]> {
  const outcome = await runInChild('spelling', { words }, options)
  if ('killedFor' in outcome) throw new Error(`checking the spelling failed: ${outcome.message}`)
  return outcome.answer
}

let lists = 0

/** `-l` lists the unknown words. Hunspell reads the words from a file of ours, one a line. */
async function hunspell(language: string, words: string[], options: SpellingOptions): Promise<string[]> {
  const dictionary = (await installedLanguages(options.searchPath)).dictionaries.get(language)
  if (dictionary === undefined) throw new Error(`there is no dictionary of ${language}`)
  const list = join(options.scratchDir, `words-${lists++}.txt`)
  await writeFile(list, `${words.join('\n')}\n`)
  try {
    const { exitCode, killedFor, stdout, stderr } = await runTool(
      'hunspell',
      ['-i', 'utf-8', '-d', dictionary, '-l', list],
      options,
    )
    if (exitCode !== 0 || killedFor !== undefined)
      throw new Error(`hunspell failed (${killedFor ?? exitCode}): ${stderr.trim().slice(0, 200)}`)
    return stdout.toString('utf8').split('\n').filter(Boolean)
  } finally {
    await rm(list, { force: true })
  }
}
