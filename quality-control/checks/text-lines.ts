import type { Location } from '../report'
import type { TextFacts, Word } from '../facts/text'

/** The words of one line, and their location. */
export interface TextLine {
  text: string
  words: Word[]
  box: { x: number; y: number; width: number; height: number }
  at: Location
}

/**
 * The lines of a text, in reading order. A word without a line number is its own line. Leaves out words below
 * the OCR confidence.
 */
export function linesOf({ words, source }: TextFacts, minConfidence = 70): TextLine[] {
  const lines = new Map<string, Word[]>()
  for (const [index, word] of words.entries()) {
    if (word.confidence < minConfidence) continue
    const key = [word.page, word.atSeconds, word.line ?? `word ${index}`].join('/')
    lines.set(key, [...(lines.get(key) ?? []), word])
  }
  return [...lines.values()].map((line) => lineOf(line, source === 'pdf' || (line[0]?.page ?? 1) > 1))
}

function lineOf(words: Word[], hasPages: boolean): TextLine {
  const left = Math.min(...words.map(({ x }) => x))
  const top = Math.min(...words.map(({ y }) => y))
  const right = Math.max(...words.map(({ x, width }) => x + width))
  const bottom = Math.max(...words.map(({ y, height }) => y + height))
  const box = { x: left, y: top, width: right - left, height: bottom - top }
  const page = hasPages ? words[0]?.page : undefined
  const startSeconds = words[0]?.atSeconds
  const at = {
    box,
    ...(page === undefined ? {} : { page }),
    ...(startSeconds === undefined ? {} : { startSeconds }),
  }
  return { text: words.map(({ text }) => text).join(' '), words, box, at }
}
