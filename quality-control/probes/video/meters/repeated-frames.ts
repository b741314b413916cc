import type { Span } from '../../../facts/video'
import { tidy } from './spans'

/**
 * Runs of frames that repeat the one before, while the frames on both sides move. `differences` has for each
 * frame the change from the one before, in percent of full scale. Animation that shows each drawing for two
 * frames, or a still, has no motion on both sides and is left out.
 */
export function repeatedFrames(differences: readonly number[], frameTimes: readonly number[]): Span[] {
  const found: Span[] = []
  for (let frame = sideFrames + 1; frame < differences.length - sideFrames; frame++) {
    const limit = slowest(differences, frame - sideFrames, frame) / minRatio
    if ((differences[frame] ?? 0) > limit) continue
    let end = frame + 1
    while (end < differences.length && (differences[end] ?? 0) <= limit) end++
    const isMoving = end + sideFrames <= differences.length && isInMotion(differences, frame, end)
    if (isMoving && lasts(frameTimes, frame, end) < maxSeconds)
      found.push({ start: frameTimes[frame] ?? 0, end: frameTimes[end] ?? 0 })
    frame = end
  }
  return tidy(found)
}

/** The four frames on each side all move, and much more than the repeated ones. */
function isInMotion(differences: readonly number[], start: number, end: number): boolean {
  const isAtCut = Math.max(differences[start - 1] ?? 0, differences[end] ?? 0) >= cut
  if (isAtCut && end - start > maxAtCut) return false
  let still = 0
  for (let frame = start; frame < end; frame++) still = Math.max(still, differences[frame] ?? 0)
  const motion = Math.min(
    slowest(differences, start - sideFrames, start),
    slowest(differences, end, end + sideFrames),
  )
  return motion >= Math.max(minMotion, still * minRatio)
}

function slowest(differences: readonly number[], from: number, to: number): number {
  let least = Infinity
  for (let frame = from; frame < to; frame++) least = Math.min(least, differences[frame] ?? 0)
  return least
}

const lasts = (times: readonly number[], start: number, end: number) =>
  (times[end] ?? Infinity) - (times[start] ?? 0)

const sideFrames = 4
/** As in scdet. */
const cut = 10
/** A shot may begin or end with a still of its own. */
const maxAtCut = 2
/** A repeated frame that was encoded again differs a little. */
const minRatio = 5
const minMotion = 0.2
/** From here on it is a freeze. */
const maxSeconds = 0.49
