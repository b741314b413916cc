import { digitalSilenceDb, type LoudnessBlocks, type LoudnessFacts } from '../facts/audio'
import type { Span } from '../facts/video'

/**
 * Loudness of a part of the audio by EBU R 128 and Tech 3342, from the blocks of 100 ms inside `span`, in
 * seconds of the audio. The blocks may begin up to 50 ms beside the part.
 */
export function loudnessWithin(blocks: LoudnessBlocks, span: Span): LoudnessFacts {
  const { momentaryLufs, shortTermLufs } = blocks
  const momentary = wholeWindows(momentaryLufs, span, 0.4)
  const shortTerm = wholeWindows(shortTermLufs, span, 3)
  const truePeaks = peaksWithin(blocks, span)
  const peak = Math.max(...truePeaks, digitalSilenceDb)
  const known = peak > digitalSilenceDb ? { truePeakDbtp: peak } : {}
  if (momentary.length === 0) return { ...known, notMeasurable: 'shorter than one block of 400 ms' }
  const integratedLufs = gated(momentary, 10)
  if (integratedLufs === undefined) return { ...known, notMeasurable: 'nothing is louder than -70 LUFS' }
  return {
    ...known,
    integratedLufs: round(integratedLufs),
    rangeLu: rangeOf(shortTerm),
    maxMomentaryLufs: highest(momentary),
    maxShortTermLufs: highest(shortTerm),
  }
}

/** The highest true peak of each channel in the blocks that `span` touches, in dBTP. */
export function peaksWithin({ truePeaksDbtp }: LoudnessBlocks, { start, end }: Span): number[] {
  const from = Math.max(0, Math.floor(start / blockSeconds + 0.01))
  const touched = truePeaksDbtp.slice(from, Math.ceil(end / blockSeconds - 0.01))
  const channels = truePeaksDbtp[0]?.length ?? 0
  return Array.from({ length: channels }, (_, channel) =>
    touched.reduce((most, peaks) => Math.max(most, peaks[channel] ?? digitalSilenceDb), digitalSilenceDb),
  )
}

export const blockSeconds = 0.1
/** Nobody hears what is below. */
export const silenceDbfs = -60

/** The values whose whole window is inside. */
function wholeWindows(values: readonly number[], { start, end }: Span, windowSeconds: number): number[] {
  const first = Math.round(start / blockSeconds) + Math.round(windowSeconds / blockSeconds) - 1
  return values.slice(Math.max(0, first), Math.max(0, Math.round(end / blockSeconds)))
}

const absoluteGate = -70

/** Mean energy of what is louder than the absolute gate, and than the mean so far less `relative` LU. */
function gated(loudness: readonly number[], relative: number): number | undefined {
  const heard = loudness.filter((value) => value > absoluteGate)
  const gate = meanOf(heard)
  return gate === undefined ? undefined : meanOf(heard.filter((value) => value > gate - relative))
}

function meanOf(loudness: readonly number[]): number | undefined {
  if (loudness.length === 0) return undefined
  let sum = 0
  for (const value of loudness) sum += 10 ** (value / 10)
  return 10 * Math.log10(sum / loudness.length)
}

/** EBU Tech 3342: from the 10th to the 95th percentile of what is above the gates. */
function rangeOf(shortTerm: readonly number[]): number {
  const heard = shortTerm.filter((value) => value > absoluteGate)
  const gate = (meanOf(heard) ?? 0) - 20
  const sorted = heard.filter((value) => value >= gate).sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.round((sorted.length - 1) * share)] ?? 0
  return round(at(0.95) - at(0.1))
}

function highest(values: readonly number[]): number | undefined {
  const most = values.reduce((high, value) => Math.max(high, value), absoluteGate)
  return most > absoluteGate ? most : undefined
}

const round = (value: number) => Math.round(value * 100) / 100
