import type { Span } from '../../../facts/video'
import { median } from '../../../median'

/** Where fewer of a text's edges are left than this share, the text is gone; another text shares some. */
const goneBelow = 0.6
/** A flash or a damaged frame hides a text for a moment. */
const minGoneFrames = 3

/**
 * From when to when a text stands. `shares` has for each map how many of the text's edges it has, `frame` is
 * the map that the text was read at, `times` has the second of each map, `end` that of the last one's end.
 */
export function followText(
  shares: readonly number[],
  frame: number,
  times: readonly number[],
  end: number,
): Span | undefined {
  const level = median(shares.slice(Math.max(0, frame - 2), frame + 3))
  if (level === undefined || level < minLevel) return undefined
  const isGone = (at: number) => (shares[at] ?? 0) < level * goneBelow
  const walk = (step: 1 | -1): number => {
    let last = frame
    for (let at = frame, gone = 0; at >= 0 && at < shares.length && gone < minGoneFrames; at += step) {
      gone = isGone(at) ? gone + 1 : 0
      if (gone === 0) last = at
    }
    return last
  }
  const [first, last] = [walk(-1), walk(1)]
  return { start: times[first] ?? 0, end: times[last + 1] ?? end }
}

/** Below, the edges are not those of the text. */
const minLevel = 0.5
