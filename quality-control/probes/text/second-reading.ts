import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { Word } from '../../facts/text'
import { runInChild } from '../child-pool/child-pool'
import { languageOf } from './languages'
import { type OcrOptions, type PageMode, readWords } from './read-words'
import { plainOf } from './tokens'

/** Each crop costs a few hundredths of a second. */
const maxCrops = 40

/**
 * Keeps the suggestions of those words that a second reading confirms: the word alone, enlarged, as a
 * line or as a single word. Both must agree where the word and a suggestion differ only in letters that OCR
 * confuses.
 */
export async function confirmSpelling(
  imagePath: string,
  words: readonly Word[],
  options: OcrOptions,
): Promise<Word[]> {
  const suspects = words.filter(({ suggestions }) => suggestions !== undefined)
  if (suspects.length === 0) return [...words]
  const confirmed = new Set<Word>()
  const languages = new Set(suspects.map(({ language }) => language ?? 'en'))
  for (const language of languages) {
    const own = suspects.filter((word) => (word.language ?? 'en') === language).slice(0, maxCrops)
    for (const word of await confirmedBy(imagePath, own, language, options)) confirmed.add(word)
  }
  return words.map((word) =>
    word.suggestions === undefined || confirmed.has(word) ? word : withoutMark(word),
  )
}

async function confirmedBy(imagePath: string, words: Word[], language: string, options: OcrOptions) {
  const { scratchDir, maxPixels } = options
  const boxes = words.map(({ x, y, width, height }) => ({ x, y, width, height }))
  const job = { path: imagePath, folder: scratchDir, maxPixels, boxes }
  const outcome = await runInChild('crops', job, options)
  if ('killedFor' in outcome) throw new Error(`enlarging words failed: ${outcome.message}`)
  const crops = outcome.answer
  const model = languageOf(language)?.ocr ?? 'eng'
  const asLines = await readCrops(crops, { model, mode: 7 }, options)
  const isLine = words.map((word, index) => same(word.text, asLines[index]))
  // A reading as a single word decides where a line disagrees, and where letters are easily confused.
  const open = [...words.keys()].filter((index) => isLine[index] !== true || isConfusion(words[index]))
  const asWords = await readCrops(
    open.map((index) => crops[index] ?? ''),
    { model, mode: 8 },
    options,
  )
  const isWord = new Map(open.map((index, place) => [index, same(words[index]?.text ?? '', asWords[place])]))
  await Promise.all(crops.map((crop) => rm(crop, { force: true })))
  return words.filter((word, index) => {
    const [line, alone] = [isLine[index] === true, isWord.get(index) === true]
    return isConfusion(word) ? line && alone : line || alone
  })
}

async function readCrops(
  crops: readonly string[],
  { model, mode }: { model: string; mode: PageMode },
  options: OcrOptions,
): Promise<(string | undefined)[]> {
  if (crops.length === 0) return []
  const list = join(options.scratchDir, 'crops.txt')
  await writeFile(list, `${crops.join('\n')}\n`)
  const words = await readWords(list, { model, mode }, options)
  await rm(list, { force: true })
  return crops.map((_, index) => {
    const own = words.filter(({ page }) => page === index + 1)
    return own.length === 0 ? undefined : own.map(({ text }) => text).join('')
  })
}

function same(first: string, second: string | undefined): boolean {
  return second !== undefined && lettersOf(first) === lettersOf(second)
}

const lettersOf = (text: string) => (plainOf(text) ?? text).toLowerCase()

/** The word and a suggestion differ only in letters that OCR confuses: `morming` is `morning`. */
function isConfusion(word: Word | undefined): boolean {
  if (word?.suggestions === undefined) return false
  const seen = asOcrSees(lettersOf(word.judged ?? word.text))
  return word.suggestions.some((suggestion) => asOcrSees(suggestion) === seen)
}

function asOcrSees(word: string): string {
  return word
    .toLowerCase()
    .replace(/rn|rm/g, 'm')
    .replace(/cl/g, 'd')
    .replace(/vv/g, 'w')
    .replace(/[1i|íìïî]/g, 'l')
    .replace(/0/g, 'o')
}

function withoutMark({ suggestions: _, judged: __, language: ___, isLikelyName: ____, ...word }: Word): Word {
  return word
}
