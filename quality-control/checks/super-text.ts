import type { Super, SuperFacts, SuperLine } from '../facts/supers'
import type { Span } from '../facts/video'

type Box = Record<'x' | 'y' | 'width' | 'height', number>

export const wordsOf = ({ lines }: Super) => lines.reduce((sum, { words }) => sum + words, 0)

export const quoteOf = ({ lines }: Super) =>
  lines
    .map(({ text }) => text)
    .join(' ')
    .slice(0, 80)

/** Around all lines. */
export function superBox(lines: readonly SuperLine[]): Box {
  const x = Math.min(...lines.map((line) => line.x))
  const y = Math.min(...lines.map((line) => line.y))
  const right = Math.max(...lines.map((line) => line.x + line.width))
  const bottom = Math.max(...lines.map((line) => line.y + line.height))
  return { x, y, width: right - x, height: bottom - y }
}

/** The lines with enough words, each with its time and box. */
export function longLines(
  { supers }: SuperFacts,
  minWords: number,
): (SuperLine & { span: Span; box: Box })[] {
  return supers.flatMap(({ start, end, lines }) =>
    lines
      .filter(({ words }) => words >= minWords)
      .map((line) => ({ ...line, span: { start, end }, box: superBox([line]) })),
  )
}
