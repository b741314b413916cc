import {
  type AudioFacts,
  type ChannelFacts,
  digitalSilenceDb,
  type LoudnessBlocks,
  type StereoFacts,
} from '../facts/audio'
import type { Span } from '../facts/video'
import { blockSeconds, loudnessWithin, peaksWithin, silenceDbfs } from './loudness-within'
import { spansWithin } from './spans-within'

/** Audio facts of the part of the file inside `limits`. `againstVideo` stays that of the whole file. */
export function audioWithin(audio: AudioFacts, limits: Span): AudioFacts {
  const { startSeconds, durationSeconds } = audio.programme
  const start = Math.max(limits.start, startSeconds)
  const end = Math.max(start, Math.min(limits.end, startSeconds + durationSeconds))
  const own = { start: start - startSeconds, end: end - startSeconds }
  const within = (spans: readonly Span[]) => spansWithin(spans, { start, end })
  return {
    ...audio,
    programme: { ...audio.programme, startSeconds: start, durationSeconds: end - start },
    loudness: audio.blocks === undefined ? tooLong : exactPeak(loudnessWithin(audio.blocks, own), audio),
    silences: within(audio.silences),
    channels: channelsWithin(audio, own),
    dropouts: within(audio.dropouts),
    clipping: within(audio.clipping),
    ...(audio.stereo && { stereo: stereoWithin(audio.stereo, audio.blocks, { start, end }, own) }),
  }
}

const tooLong = { notMeasurable: 'the file is too long to measure a part of it' }

/** The peak of the whole file is known to a hundredth of a decibel, that of a block to a tenth. */
function exactPeak(loudness: AudioFacts['loudness'], { loudness: whole }: AudioFacts) {
  const [peak = -Infinity, exact = -Infinity] = [loudness.truePeakDbtp, whole.truePeakDbtp]
  return Math.abs(peak - exact) < 0.06 ? { ...loudness, truePeakDbtp: exact } : loudness
}

/** A tone or a slate does not make a dead channel alive: its peak here is at most the true peak here. */
function channelsWithin({ channels, blocks }: AudioFacts, own: Span): ChannelFacts[] {
  if (blocks === undefined) return channels
  const peaks = peaksWithin(blocks, own)
  return channels.map((channel, index) => {
    const truePeak = peaks[index] ?? digitalSilenceDb
    const { peakDbfs = digitalSilenceDb } = channel
    return {
      ...channel,
      truePeakDbtp: truePeak > digitalSilenceDb ? truePeak : undefined,
      peakDbfs: truePeak > digitalSilenceDb ? Math.min(peakDbfs, truePeak) : undefined,
    }
  })
}

/** Digital silence has the phase of mono: blocks at its edges are left out too. */
function isHeardThroughout({ truePeaksDbtp }: LoudnessBlocks, block: number): boolean {
  return [block - 1, block, block + 1].every(
    (one) => Math.max(digitalSilenceDb, ...(truePeaksDbtp[one] ?? [0])) > silenceDbfs,
  )
}

function stereoWithin(
  { outOfPhase, mono, meanPhase }: StereoFacts,
  blocks: LoudnessBlocks | undefined,
  limits: Span,
  own: Span,
): StereoFacts {
  const lasting = (spans: readonly Span[]) =>
    spansWithin(spans, limits).filter(({ start, end }) => end - start >= 0.999)
  const spans = { outOfPhase: lasting(outOfPhase), mono: lasting(mono) }
  if (blocks === undefined) return { ...spans, meanPhase }
  const [from, to] = [Math.round(own.start / blockSeconds), Math.round(own.end / blockSeconds)]
  const heard = blocks.phases.slice(from, to).filter((_, index) => isHeardThroughout(blocks, from + index))
  const sum = heard.reduce((total, phase) => total + phase, 0)
  return { ...spans, ...(heard.length > 0 && { meanPhase: sum / heard.length }) }
}
