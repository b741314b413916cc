import { rm } from 'node:fs/promises'
import { join } from 'node:path'

import type { TextFacts, Word } from '../../facts/text'
import { runInChild } from '../child-pool/child-pool'
import type { ProbeInput } from '../probe-types'
import type { PrintArea } from '../text/find-small-print'
import { mergeLanguages } from '../text/merge-languages'
import { ocr } from '../text/ocr'
import type { DetailSource } from './cut-details'
import type { PrintSheet } from './write-print-sheet'

/** OCR finds letters in texture, too: a line of small print has some words, and is read with confidence. */
const [minWordsALine, minMeanConfidence, minLettersALine] = [2, 70, 8]

/**
 * The text with its small print, which is read in the pixels of the file. It replaces what was read in the
 * same lines of the reduced image.
 */
export async function withSmallPrint(
  input: ProbeInput,
  source: DetailSource,
  areas: PrintArea[],
  text: TextFacts,
): Promise<TextFacts> {
  const { signal, scratchDir, limits } = input
  const sheetPath = join(scratchDir, 'small-print.pgm')
  const outcome = await runInChild('printSheet', { ...source, sheetPath, areas }, { signal, ...limits })
  if ('killedFor' in outcome || outcome.answer === undefined) return text
  const sheet = outcome.answer
  const { words, wordsOmitted, languages } = await ocr(sheetPath, { signal, scratchDir, ...limits })
  await rm(sheetPath, { force: true })
  const firstLine = Math.max(0, ...text.words.map(({ line = 0 }) => line)) + 1
  const small = linesOf(words).filter(isPrint).flat()
  const placed = small.flatMap((word) => onImage(word, sheet, firstLine))
  if (placed.length === 0) return text
  return {
    ...text,
    words: [...text.words.filter((word) => !placed.some((one) => isSamePlace(word, one))), ...placed],
    wordsOmitted: text.wordsOmitted + wordsOmitted,
    languages: mergeLanguages([...text.languages, ...languages]),
  }
}

function linesOf(words: readonly Word[]): Word[][] {
  const lines = new Map<number, Word[]>()
  for (const word of words) lines.set(word.line ?? -1, [...(lines.get(word.line ?? -1) ?? []), word])
  return [...lines.values()]
}

function isPrint(line: readonly Word[]): boolean {
  const letters = line.map(({ text }) => text.replace(/[^\p{L}\p{N}]/gu, '')).join('')
  const confidence = line.reduce((sum, word) => sum + word.confidence, 0) / line.length
  return line.length >= minWordsALine && letters.length >= minLettersALine && confidence >= minMeanConfidence
}

/** The word in fractions of the image; none between two areas of the sheet. */
function onImage(word: Word, sheet: PrintSheet, firstLine: number): Word[] {
  const middle = (word.y + word.height / 2) * sheet.height
  const place = sheet.places.find(({ top, height }) => middle >= top && middle < top + height)
  if (place === undefined) return []
  const { area, top, width, height } = place
  const [across, down] = [area.width / width, area.height / height]
  return [
    {
      ...word,
      line: firstLine + (word.line ?? 0),
      x: area.x + word.x * sheet.width * across,
      y: area.y + (word.y * sheet.height - top) * down,
      width: word.width * sheet.width * across,
      height: word.height * sheet.height * down,
    },
  ]
}

/** The middle of one is inside the other. */
function isSamePlace(one: Word, other: Word): boolean {
  const [x, y] = [one.x + one.width / 2, one.y + one.height / 2]
  return x >= other.x && x <= other.x + other.width && y >= other.y && y <= other.y + other.height
}
