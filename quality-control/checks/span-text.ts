import type { Location } from '../report'
import type { Span } from '../facts/video'

/** The location of a span, for a finding. */
export const locationOf = ({ start, end }: Span): Location => ({ startSeconds: start, endSeconds: end })

/** `1:02.480`: minutes, seconds and milliseconds, as a player shows them. */
export function timeText(seconds: number): string {
  const milliseconds = Math.max(0, Math.round(seconds * 1000))
  const rest = milliseconds % 60_000
  const minutes = (milliseconds - rest) / 60_000
  return `${minutes}:${(rest / 1000).toFixed(3).padStart(6, '0')}`
}

/** `0.04 s`, `2.4 s`: without trailing zeros. */
export const secondsText = (seconds: number) => `${Number(seconds.toFixed(2))} s`

export const lengthOf = ({ start, end }: Span) => end - start

/** The span at the start, the one at the end, and those between. */
export function byPosition(
  spans: readonly Span[],
  start: number,
  end: number,
): { head?: Span; tail?: Span; inside: Span[] } {
  const tolerance = 0.001
  const head = spans.find((span) => span.start <= start + tolerance)
  const tail = spans.find((span) => span !== head && span.end >= end - tolerance)
  return { head, tail, inside: spans.filter((span) => span !== head && span !== tail) }
}
