import type { Span } from '../facts/video'

/** The parts of `spans` inside `limits`. */
export function spansWithin(spans: readonly Span[], limits: Span): Span[] {
  return spans
    .map(({ start, end }) => ({ start: Math.max(start, limits.start), end: Math.min(end, limits.end) }))
    .filter(({ start, end }) => end - start > shortestSeconds)
}

/** Less than any frame: the difference between two roundings. */
const shortestSeconds = 0.002

export const isWithin = (seconds: number, { start, end }: Span) =>
  seconds >= start - shortestSeconds / 2 && seconds < end - shortestSeconds / 2
