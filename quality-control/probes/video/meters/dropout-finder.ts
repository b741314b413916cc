import type { Span } from '../../../facts/video'
import { maxEntries } from './spans'

/**
 * Finds sudden short silence: between two hops of 2.5 ms the audio falls from above -36 dBFS below -60 dBFS,
 * and returns within half a second as suddenly. A pause of a voice or an instrument fades. Times are seconds
 * of the audio.
 */
export class DropoutFinder {
  readonly spans: Span[] = []
  private readonly hopSamples: number
  private filled = 0
  private peak = 0
  private hop = 0
  /** Peaks of the two hops before the silence: the last one is often quiet in part. */
  private readonly before: [number, number] = [0, 0]
  private silentHops = 0
  private wasSudden = false

  constructor(private readonly sampleRateHz: number) {
    this.hopSamples = Math.max(1, Math.round(sampleRateHz * hopSeconds))
  }

  /** The loudest channel of one sample, 0 to 32768. */
  add(size: number): void {
    if (size > this.peak) this.peak = size
    if (++this.filled < this.hopSamples) return
    this.take(this.peak)
    this.filled = 0
    this.peak = 0
  }

  private take(peak: number): void {
    this.hop++
    if (peak < quiet) {
      if (this.silentHops++ === 0) this.wasSudden = Math.max(...this.before) >= loud
      return
    }
    const isDropout = this.wasSudden && this.silentHops >= minHops && this.silentHops <= maxHops
    if (isDropout && peak >= loud && this.spans.length < maxEntries) this.note()
    this.silentHops = 0
    this.before[0] = this.before[1]
    this.before[1] = peak
  }

  private note(): void {
    const seconds = this.hopSamples / this.sampleRateHz
    const end = (this.hop - 1) * seconds
    this.spans.push({ start: end - this.silentHops * seconds, end })
  }
}

const hopSeconds = 0.0025
/** -60 and -36 dBFS. */
const quiet = 33
const loud = 519
const minHops = 3
const maxHops = 200
