import type { Span } from '../../../facts/video'
import { DropoutFinder } from './dropout-finder'
import { tidy } from './spans'

export interface SampleFacts {
  /**
   * Runs of at least three samples at full scale, the flat tops of clipped audio; joined when less than a
   * second apart.
   */
  clipping: Span[]
  dropouts: Span[]
  decodedSeconds: number
  /**
   * In dBFS, around the mean of the channel: nobody hears a DC offset. Absent for digital silence. 16-bit
   * samples have no level above 0.
   */
  channels: { peakDbfs?: number; rmsDbfs?: number }[]
}

/** Measures interleaved 16-bit samples: levels of each channel, clipping, and duration. */
export class SampleMeter {
  private readonly runs: Uint32Array
  private readonly lowest: Float64Array
  private readonly highest: Float64Array
  private readonly sums: Float64Array
  private readonly squares: Float64Array
  private readonly clipped: Span[] = []
  private readonly dropouts: DropoutFinder
  private samples = 0

  constructor(
    private readonly channels: number,
    private readonly sampleRateHz: number,
  ) {
    this.runs = new Uint32Array(channels)
    this.lowest = new Float64Array(channels).fill(fullScale)
    this.highest = new Float64Array(channels).fill(-fullScale)
    this.sums = new Float64Array(channels)
    this.dropouts = new DropoutFinder(sampleRateHz)
    this.squares = new Float64Array(channels)
  }

  /** Whole frames: one signed little-endian 16-bit sample for each channel. */
  add(frames: Buffer): void {
    const samples = int16(frames)
    for (let at = 0; at < samples.length; at += this.channels, this.samples++) {
      let loudest = 0
      for (let channel = 0; channel < this.channels; channel++) {
        const size = this.take(channel, samples[at + channel] ?? 0)
        if (size > loudest) loudest = size
      }
      this.dropouts.add(loudest)
    }
  }

  private take(channel: number, sample: number): number {
    const size = sample < 0 ? -sample : sample
    if (sample > (this.highest[channel] ?? 0)) this.highest[channel] = sample
    if (sample < (this.lowest[channel] ?? 0)) this.lowest[channel] = sample
    this.sums[channel] = (this.sums[channel] ?? 0) + sample
    this.squares[channel] = (this.squares[channel] ?? 0) + size * size
    if (size < fullScale) {
      this.runs[channel] = 0
      return size
    }
    const run = (this.runs[channel] ?? 0) + 1
    this.runs[channel] = run
    if (run >= minRun) this.note(run)
    return size
  }

  /** `startSeconds` is the time of the first sample. */
  facts(startSeconds: number): SampleFacts {
    const moved = (spans: readonly Span[]) =>
      tidy(spans.map(({ start, end }) => ({ start: start + startSeconds, end: end + startSeconds })))
    const channels = Array.from(this.sums, (_, channel) => this.levels(channel))
    return {
      clipping: moved(this.clipped),
      dropouts: moved(this.dropouts.spans),
      decodedSeconds: this.samples / this.sampleRateHz,
      channels,
    }
  }

  private levels(channel: number): SampleFacts['channels'][number] {
    if (this.samples === 0) return {}
    const mean = (this.sums[channel] ?? 0) / this.samples
    // Audio without an offset has a mean near 0, and a peak of its own.
    const offset = Math.abs(mean) < minOffset ? 0 : mean
    const [lowest, highest] = [this.lowest[channel] ?? 0, this.highest[channel] ?? 0]
    const square = (this.squares[channel] ?? 0) / this.samples - offset * offset
    return {
      peakDbfs: decibel(Math.max(highest - offset, offset - lowest)),
      rmsDbfs: decibel(Math.sqrt(Math.max(0, square))),
    }
  }

  private note(run: number): void {
    const end = (this.samples + 1) / this.sampleRateHz
    const last = this.clipped.at(-1)
    if (last !== undefined && end - last.end < 1) last.end = end
    else this.clipped.push({ start: end - run / this.sampleRateHz, end })
  }
}

const fullScale = 32767
const minRun = 3
/** Of 32768, about -62 dBFS. */
const minOffset = 25

const decibel = (level: number) =>
  level > 0 ? Math.round(2000 * Math.log10(level / 32768)) / 100 : undefined

/** A view when the bytes start at an even address, else a copy. */
function int16(bytes: Buffer): Int16Array {
  const even = bytes.byteOffset % 2 === 0 ? bytes : Uint8Array.prototype.slice.call(bytes)
  return new Int16Array(even.buffer, even.byteOffset, even.length / 2)
}
