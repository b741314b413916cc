import type { Super, SuperLine } from '../../../facts/supers'
import type { Span } from '../../../facts/video'
import { roundTime } from '../meters/spans'
import type { ReadLine } from './lines-in'

export type FoundLine = ReadLine & SuperLine & Span & { atSeconds: number }

/** Lines that come or go further apart are two texts. */
const toleranceSeconds = 0.25

/** Each line once, as it was read best, and lines that come and go together as one text. */
export function groupLines(found: readonly FoundLine[]): Super[] {
  const kept: FoundLine[] = []
  for (const line of joinMoving(found).sort(
    (a, b) => b.text.length - a.text.length || b.confidence - a.confidence,
  ))
    if (!kept.some((other) => overlaps(line, other) && overlapsInTime(line, other))) kept.push(line)
  const groups: FoundLine[][] = []
  for (const line of kept.sort((a, b) => a.start - b.start || a.y - b.y)) {
    const own = groups.find(([first]) => first !== undefined && isTogether(first, line))
    if (own === undefined) groups.push([line])
    else own.push(line)
  }
  return groups.map(superOf)
}

/** A text that moves slowly is followed bit by bit, and read in part: the spans of one text are one. */
function joinMoving(found: readonly FoundLine[]): FoundLine[] {
  const joined = [...found].sort((a, b) => a.start - b.start).map((line) => ({ ...line }))
  for (const [index, line] of joined.entries())
    for (const later of joined.slice(index + 1))
      if (later.start - line.end <= maxMovingGap && overlaps(line, later) && isSameText(line, later)) {
        line.end = Math.max(line.end, later.end)
        later.start = line.start
        later.end = line.end
      }
  return joined
}

const maxMovingGap = 1

/** At least two long words and half of the long words of the shorter one. */
function isSameText(one: SuperLine, other: SuperLine): boolean {
  const [few = new Set<string>(), many] = [one, other].map(longWords).sort((a, b) => a.size - b.size)
  const shared = [...few].filter((word) => many?.has(word) === true).length
  return shared >= Math.min(2, few.size) && shared > 0 && shared * 2 >= few.size
}

const longWords = ({ text }: SuperLine) => new Set(text.toLowerCase().match(/\p{L}{4,}/gu))

function superOf(lines: readonly FoundLine[]): Super {
  const sorted = [...lines].sort((a, b) => a.y - b.y || a.x - b.x)
  return {
    start: roundTime(Math.min(...lines.map(({ start }) => start))),
    end: roundTime(Math.max(...lines.map(({ end }) => end))),
    atSeconds: lines[0]?.atSeconds ?? 0,
    lines: sorted.map(factsOf),
  }
}

const factsOf = ({ confidence: _, start: __, end: ___, atSeconds: ____, ...line }: FoundLine): SuperLine =>
  line

function isTogether(one: Span, other: Span): boolean {
  return (
    Math.abs(one.start - other.start) <= toleranceSeconds && Math.abs(one.end - other.end) <= toleranceSeconds
  )
}

const overlapsInTime = (one: Span, other: Span) => one.start < other.end && other.start < one.end

/** More than half of the smaller box. */
function overlaps(one: SuperLine, other: SuperLine): boolean {
  const across = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)
  const down = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y)
  const smaller = Math.min(one.width * one.height, other.width * other.height)
  return across > 0 && down > 0 && across * down > smaller / 2
}
