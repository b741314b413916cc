import type { Word } from '../../facts/text'

export interface TextArea {
  page: number
  x: number
  y: number
  width: number
  height: number
}

const maxAreas = 12
/** A longer line is no larger in a close-up. */
const maxLineWidth = 0.4

/**
 * Parts of the image or page that a finding may be about, in fractions of it: words that may be misspelled
 * first, then short lines, the smallest print first.
 */
export function wordsToEnlarge(words: readonly Word[], { isOnlySuspects = false } = {}): TextArea[] {
  const suspects = words.filter(({ suggestions }) => suggestions !== undefined).map(areaOf)
  const lines = isOnlySuspects ? [] : linesIn(words).filter(({ width }) => width <= maxLineWidth)
  return [...suspects, ...lines.sort((a, b) => a.height - b.height)].slice(0, maxAreas)
}

const areaOf = ({ page, x, y, width, height }: Word): TextArea => ({ page, x, y, width, height })

function linesIn(words: readonly Word[]): TextArea[] {
  const lines = new Map<number, TextArea>()
  for (const { line = -1, ...word } of words) {
    const known = lines.get(line)
    lines.set(line, known === undefined ? areaOf(word) : around(known, word))
  }
  lines.delete(-1)
  return [...lines.values()]
}

function around(one: TextArea, other: Omit<TextArea, 'page'>): TextArea {
  const [x, y] = [Math.min(one.x, other.x), Math.min(one.y, other.y)]
  const right = Math.max(one.x + one.width, other.x + other.width)
  const bottom = Math.max(one.y + one.height, other.y + other.height)
  return { page: one.page, x, y, width: right - x, height: bottom - y }
}
