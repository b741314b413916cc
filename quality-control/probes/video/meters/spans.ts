import type { Span } from '../../../facts/video'

/** Limit for lists in the facts: a flickering file must not make them grow without end. */
export const maxEntries = 2000

/** Joins spans that touch, overlap or are less than `gap` apart; sorted. */
export function join(spans: readonly Span[], gap = 0): Span[] {
  const joined: Span[] = []
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last !== undefined && span.start <= last.end + gap) last.end = Math.max(last.end, span.end)
    else joined.push({ ...span })
  }
  return joined
}

/** The parts of `spans` outside all `holes`; both sorted and without overlap. */
export function subtract(spans: readonly Span[], holes: readonly Span[]): Span[] {
  return spans.flatMap((span) => {
    const left: Span[] = []
    let start = span.start
    for (const hole of holes) {
      if (hole.end <= start || hole.start >= span.end) continue
      if (hole.start > start) left.push({ start, end: hole.start })
      start = Math.max(start, hole.end)
    }
    return start < span.end ? [...left, { start, end: span.end }] : left
  })
}

/** Rounds to a tenth of a millisecond, drops empty spans, limits the list. */
export function tidy(spans: readonly Span[]): Span[] {
  return spans
    .filter(({ start, end }) => end > start)
    .slice(0, maxEntries)
    .map(({ start, end }) => ({ start: roundTime(start), end: roundTime(end) }))
}

export const roundTime = (seconds: number) => Math.round(seconds * 10_000) / 10_000
