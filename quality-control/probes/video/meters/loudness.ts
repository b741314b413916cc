import {
  type AudioFacts,
  digitalSilenceDb,
  type LoudnessBlocks,
  type LoudnessFacts,
} from '../../../facts/audio'
import type { FrameMetadata } from './metadata-reader'

/**
 * ffmpeg's ebur128 after each 100 ms: momentary and short-term loudness in LUFS, integrated loudness so far,
 * linear peaks.
 */
export interface LoudnessSample {
  momentary: number
  shortTerm: number
  integrated: number
  range: number
  truePeaks: number[]
  phase?: number
}

/** None for the rest of less than 100 ms at the end, which ebur128 passes on unmeasured. */
export function readLoudness({ values }: FrameMetadata): LoudnessSample[] {
  if (!values.has('lavfi.r128.M')) return []
  const number = (key: string) => Number(values.get(key) ?? NaN)
  const truePeaks: number[] = []
  for (let channel = 0; values.has(`lavfi.r128.true_peaks_ch${channel}`); channel++) {
    truePeaks.push(number(`lavfi.r128.true_peaks_ch${channel}`))
  }
  const phase = values.has('lavfi.aphasemeter.phase') ? number('lavfi.aphasemeter.phase') : undefined
  const sums = { integrated: number('lavfi.r128.I'), range: number('lavfi.r128.LRA') }
  return [{ momentary: number('lavfi.r128.M'), shortTerm: number('lavfi.r128.S'), ...sums, truePeaks, phase }]
}

/** Every sample is 100 ms long. */
const sampleSeconds = 0.1
/** ebur128 reports -70 when nothing passed the absolute gate. */
const gateLufs = -70

/**
 * The samples of the audio itself. The silence that the graph adds at the end is for true peaks only: BS.1770
 * leaves out an incomplete block. ebur128 counts whole tenths of the sample rate, rounded down.
 */
export function withoutPadding(
  samples: readonly LoudnessSample[],
  decodedSeconds: number,
  sampleRateHz: number,
): LoudnessSample[] {
  const blockSamples = Math.max(1, Math.floor(sampleRateHz * sampleSeconds))
  return samples.slice(0, Math.floor(Math.round(decodedSeconds * sampleRateHz) / blockSamples))
}

/** `truePeaks` are those of the channels, linear. */
export function loudnessFacts(
  samples: readonly LoudnessSample[],
  durationSeconds: number,
  truePeaks: readonly number[],
): LoudnessFacts {
  const last = samples.at(-1)
  const truePeak = Math.max(0, ...truePeaks)
  const peak = truePeak > 0 ? { truePeakDbtp: round(decibel(truePeak)) } : {}
  if (last === undefined || durationSeconds < 0.4)
    return { ...peak, notMeasurable: 'shorter than one block of 400 ms' }
  if (!(last.integrated > gateLufs)) return { ...peak, notMeasurable: 'nothing is louder than -70 LUFS' }
  return {
    ...peak,
    integratedLufs: last.integrated,
    rangeLu: last.range,
    maxMomentaryLufs: highest(samples.map(({ momentary }) => momentary)),
    // Short-term loudness covers three seconds; ffmpeg's earlier figures are padded with silence.
    maxShortTermLufs: durationSeconds < 3 ? undefined : highest(samples.map(({ shortTerm }) => shortTerm)),
  }
}

/** The highest true peak of each channel, linear. The filter reports the maximum so far. */
export function peaksOf(samples: readonly LoudnessSample[]): number[] {
  return samples.at(-1)?.truePeaks.map((peak) => (Number.isFinite(peak) ? peak : 0)) ?? []
}

export const decibel = (linear: number) => 20 * Math.log10(linear)
const round = (value: number) => Math.round(value * 100) / 100

function highest(values: readonly number[]): number | undefined {
  const most = values.reduce((high, value) => (value > high ? value : high), -Infinity)
  return most > gateLufs ? most : undefined
}

/** Two hours. */
export const maxBlocks = 72_000

/** `truePeaks` are those of each block; the last ones may be of the silence that the graph adds. */
export function loudnessBlocks(
  samples: readonly LoudnessSample[],
  truePeaks: readonly number[][],
): LoudnessBlocks | undefined {
  if (samples.length > maxBlocks) return undefined
  const rounded = (value: number) =>
    value > digitalSilenceDb ? Math.round(value * 100) / 100 : digitalSilenceDb
  return {
    momentaryLufs: samples.map(({ momentary }) => rounded(momentary)),
    shortTermLufs: samples.map(({ shortTerm }) => rounded(shortTerm)),
    truePeaksDbtp: truePeaks.slice(0, samples.length + 2),
    phases: samples.flatMap(({ phase }) => (phase === undefined ? [] : [Math.round(phase * 1000) / 1000])),
  }
}

const maxPoints = 600

/** Every point is the maximum of its stretch, so that no loud moment disappears. */
export function loudnessCurve(samples: readonly LoudnessSample[]): AudioFacts['curve'] {
  const stride = Math.max(1, Math.ceil(samples.length / maxPoints))
  const shortTermLufs: (number | null)[] = []
  for (let at = 0; at < samples.length; at += stride) {
    const stretch = samples.slice(at, at + stride).map(({ shortTerm }) => shortTerm)
    const loudest = highest(stretch)
    shortTermLufs.push(loudest === undefined ? null : Math.round(loudest * 10) / 10)
  }
  return { stepSeconds: stride * sampleSeconds, shortTermLufs }
}
