import type { Span } from '../../../facts/video'

/** In 8-bit codes: coding of a still changes every pixel a little, motion changes some of them much. */
const maxMean = 1.5
const maxPixelChange = 20
const maxMovingShare = 0.0002
const minSeconds = 1

/**
 * Finds stills that a codec changes from one group of pictures to the next, such as a freeze in long-GOP
 * MPEG-2: on a few frames a second, the difference from the first frame of the still.
 */
export class StillFinder {
  private readonly runs: { from: number; to: number }[] = []
  private anchor: Uint8Array | undefined
  private from = 0
  private sample = 0

  /** Luma of one sampled frame. */
  add(luma: Uint8Array): void {
    if (this.anchor === undefined || !isStill(this.anchor, luma)) {
      this.end()
      this.anchor = Uint8Array.from(luma)
      this.from = this.sample
    }
    this.sample++
  }

  /** `times` has the second of each sample. */
  facts(times: readonly number[]): Span[] {
    const last = { from: this.from, to: this.sample - 1 }
    return [...this.runs, last]
      .map(({ from, to }) => ({ start: times[from] ?? 0, end: times[to] ?? 0 }))
      .filter(({ start, end }) => end - start >= minSeconds)
  }

  private end(): void {
    if (this.sample - 1 > this.from) this.runs.push({ from: this.from, to: this.sample - 1 })
  }
}

function isStill(anchor: Uint8Array, luma: Uint8Array): boolean {
  const maxMoving = luma.length * maxMovingShare
  let [sum, moving] = [0, 0]
  for (let at = 0; at < luma.length; at++) {
    const change = Math.abs((luma[at] ?? 0) - (anchor[at] ?? 0))
    sum += change
    if (change > maxPixelChange && ++moving > maxMoving) return false
  }
  return sum <= luma.length * maxMean
}
