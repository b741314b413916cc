import type { Span } from '../../checks/facts/video'
import { tidy } from './spans'

/** Finds runs of at least three samples at full scale in interleaved 16-bit samples: the flat tops of clipped sound. */
export class ClipCounter {
  private readonly runs: number[]
  private readonly clipped: Span[] = []
  private samples = 0

  constructor(
    private readonly channels: number,
    private readonly sampleRateHz: number,
  ) {
    this.runs = Array.from({ length: channels }, () => 0)
  }

  /** Whole frames: one signed little-endian 16-bit sample for each channel. */
  add(frames: Buffer): void {
    for (let at = 0; at < frames.length; at += this.channels * 2, this.samples++) {
      for (let channel = 0; channel < this.channels; channel++) {
        const sample = frames.readInt16LE(at + channel * 2)
        const isFull = sample >= 32767 || sample <= -32767
        this.runs[channel] = isFull ? (this.runs[channel] ?? 0) + 1 : 0
        if (isFull && this.runs[channel] === shortestRun) this.note()
      }
    }
  }

  /** Joined when less than a second apart; `startSeconds` is the time of the first sample. */
  facts(startSeconds: number): { clipping: Span[]; decodedSeconds: number } {
    const spans = this.clipped.map(({ start, end }) => ({ start: start + startSeconds, end: end + startSeconds }))
    return { clipping: tidy(spans), decodedSeconds: this.samples / this.sampleRateHz }
  }

  private note(): void {
    const end = (this.samples + 1) / this.sampleRateHz
    const last = this.clipped.at(-1)
    if (last !== undefined && end - last.end < 1) last.end = end
    else this.clipped.push({ start: end - shortestRun / this.sampleRateHz, end })
  }
}

const shortestRun = 3
