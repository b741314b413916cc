import type { SuperLine } from '../../../facts/supers'
import type { Word } from '../../../facts/text'
import type { FractionBox } from './crop-regions'

export type ReadLine = Omit<SuperLine, 'contrast' | 'isOnBlock'> & { confidence: number }

/** Below, tesseract reads texture as words. */
const minConfidence = 70
const minLetters = 4

/** The lines of text in a part of a frame, in fractions of the whole frame. */
export function linesIn(words: readonly Word[], region: FractionBox): ReadLine[] {
  const lines = new Map<number, Word[]>()
  for (const word of words) {
    if (!/[\p{L}\p{N}]/u.test(word.text) || word.confidence < 50) continue
    const line = word.line ?? 0
    lines.set(line, [...(lines.get(line) ?? []), word])
  }
  return [...lines.values()].filter(isText).map((line) => lineOf(line, region))
}

function isText(words: readonly Word[]): boolean {
  const sure = words.filter(({ confidence }) => confidence >= minConfidence)
  const letters = sure.map(({ text }) => text.replace(/[^\p{L}]/gu, '')).join('')
  return letters.length >= minLetters && sure.length * 2 > words.length
}

function lineOf(words: Word[], region: FractionBox): ReadLine {
  const left = Math.min(...words.map(({ x }) => x))
  const top = Math.min(...words.map(({ y }) => y))
  const right = Math.max(...words.map(({ x, width }) => x + width))
  const bottom = Math.max(...words.map(({ y, height }) => y + height))
  return {
    text: words.map(({ text }) => text).join(' '),
    words: words.length,
    x: region.x + left * region.width,
    y: region.y + top * region.height,
    width: (right - left) * region.width,
    height: (bottom - top) * region.height,
    letterHeight: letterHeightOf(words) * region.height,
    confidence: Math.min(...words.map(({ confidence }) => confidence)),
  }
}

/**
 * From the baseline to the top of capitals, ascenders and digits: of words that have one and nothing below
 * the baseline, else estimated from the usual proportions of type.
 */
function letterHeightOf(words: readonly Word[]): number {
  const heights = (wanted: (text: string) => boolean) =>
    lower(words.filter(({ text }) => wanted(text)).map(({ height }) => height))
  const isTall = (text: string) => /[\p{Lu}\p{N}bdfhkl]/u.test(text)
  const isDeep = (text: string) => /[gjpqyçQJ,;()[\]{}|/@$]/u.test(text)
  const exact = heights((text) => isTall(text) && !isDeep(text))
  if (exact !== undefined) return exact
  const whole = heights(isTall)
  if (whole !== undefined) return whole * capitalsOfWhole
  return (heights((text) => !isDeep(text)) ?? heights(() => true) ?? 0) / lowerOfCapitals
}

const capitalsOfWhole = 0.78
const lowerOfCapitals = 0.75

/** A third of the heights are at most this: a texture behind a word makes its box too high, never too low. */
function lower(heights: readonly number[]): number | undefined {
  return [...heights].sort((a, b) => a - b)[Math.floor((heights.length - 1) / 3)]
}
