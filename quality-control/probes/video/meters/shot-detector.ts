import type { Span } from '../../../facts/video'
import { maxEntries, roundTime, tidy } from './spans'

/**
 * Finds cuts and stray frames on frames of 64 x 36 cells, with the measure of ffmpeg's scdet: the mean
 * absolute difference of luma between two frames, in percent of full scale.
 */
export class ShotDetector {
  private readonly differences: number[] = []
  private readonly previous = new Uint8Array(cells)
  private hasPrevious = false

  /** One frame, three bytes (R, G, B) per cell. Add every frame. */
  add(rgb: Uint8Array): void {
    let sum = 0
    for (let cell = 0, at = 0; cell < cells; cell++, at += 3) {
      const luma = ((rgb[at] ?? 0) * 54 + (rgb[at + 1] ?? 0) * 183 + (rgb[at + 2] ?? 0) * 19) >> 8
      sum += Math.abs(luma - (this.previous[cell] ?? 0))
      this.previous[cell] = luma
    }
    this.differences.push(this.hasPrevious ? (sum * 100) / (cells * 255) : 0)
    this.hasPrevious = true
  }

  facts(frameTimes: readonly number[]): { cuts: number[]; flashFrames: Span[] } {
    const cuts: number[] = []
    const flashFrames: Span[] = []
    for (const jumps of groups(this.differences)) {
      const [first = 0, second] = jumps
      if (jumps.length === 2 && second !== undefined) {
        cuts.push(first, second)
        flashFrames.push({ start: frameTimes[first] ?? 0, end: frameTimes[second] ?? 0 })
      } else if (isCut(this.differences, first)) cuts.push(first)
    }
    return {
      cuts: cuts.slice(0, maxEntries).map((frame) => roundTime(frameTimes[frame] ?? 0)),
      flashFrames: tidy(flashFrames),
    }
  }
}

const cells = 64 * 36
/** scdet's threshold. */
const jump = 10
/** A shot with fewer frames is an editing mistake. */
const minShotFrames = 3

/** Jumps closer together than the shortest shot; three or more are motion or flicker. */
function groups(differences: readonly number[]): number[][] {
  const found: number[][] = []
  for (const [frame, difference] of differences.entries()) {
    if (difference < jump) continue
    const last = found.at(-1)
    if (last !== undefined && frame - (last.at(-1) ?? 0) < minShotFrames) last.push(frame)
    else found.push([frame])
  }
  return found
}

/** It differs clearly from the frame before, as in scdet, and from the following ones. */
function isCut(differences: readonly number[], frame: number): boolean {
  const here = differences[frame] ?? 0
  const before = differences[frame - 1] ?? 0
  const after = differences[frame + 1] ?? 0
  return here - before >= jump && here >= 1.5 * after
}
