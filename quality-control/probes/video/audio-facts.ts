import type { AudioFacts, ChannelFacts, StereoFacts } from '../../facts/audio'
import type { Span, VideoFacts } from '../../facts/video'
import type { AudioPlan } from './measurement-plan'
import type { Declared } from './declared/declared'
import type { OpenSpan } from './meters/log-reader'
import {
  decibel,
  loudnessBlocks,
  loudnessCurve,
  loudnessFacts,
  peaksOf,
  withoutPadding,
} from './meters/loudness'
import type { Measurements } from './run-measurement'
import type { SampleFacts } from './meters/sample-meter'
import { join, roundTime, subtract, tidy } from './meters/spans'

/** `video` are the facts of the video stream in the same file, when it has one. */
export function audioFacts(
  declared: Declared,
  plan: AudioPlan,
  measurements: Measurements,
  video: VideoFacts | undefined,
): AudioFacts {
  const startSeconds = roundTime((plan.streams[0]?.startSeconds ?? 0) - declared.startSeconds)
  const { clipping, dropouts, decodedSeconds, channels } =
    measurements.samples?.facts(Math.max(0, startSeconds)) ?? nothing
  const durationSeconds = roundTime(decodedSeconds)
  const end = startSeconds + durationSeconds
  const silences = tidy(join(closed(measurements.log.silences, end)))
  const loudness = withoutPadding(measurements.loudness, decodedSeconds, plan.sampleRateHz)
  return {
    streams: declared.streams
      .filter(({ kind }) => kind === 'audio')
      .slice(0, 64)
      .map(streamFacts),
    programme: {
      streams: plan.streams.map((stream) =>
        declared.streams.filter(({ kind }) => kind === 'audio').indexOf(stream),
      ),
      ...{ channels: plan.channels, layout: plan.layout, startSeconds, durationSeconds },
    },
    loudness: loudnessFacts(loudness, durationSeconds, peaksOf(measurements.loudness)),
    curve: loudnessCurve(loudness),
    blocks: loudnessBlocks(loudness, measurements.log.truePeaks),
    silences,
    channels: channelFacts(plan, measurements, channels),
    dropouts,
    clipping,
    stereo: plan.channels === 2 ? stereoFacts({ ...measurements, loudness }, silences, end) : undefined,
    againstVideo: video && {
      startOffsetSeconds: roundTime(startSeconds - video.startSeconds),
      lengthDifferenceSeconds: roundTime(durationSeconds - video.durationSeconds),
      frameSeconds: video.decodedFrames > 0 ? video.durationSeconds / video.decodedFrames : 0,
    },
  }
}

const nothing: SampleFacts = { clipping: [], dropouts: [], decodedSeconds: 0, channels: [] }

function streamFacts({
  codec,
  channels,
  layout,
  sampleRateHz,
  bitsPerSecond,
  language,
}: Declared['streams'][number]) {
  return { codec, channels, layout, sampleRateHz, bitsPerSecond, language }
}

const closed = (spans: readonly OpenSpan[], end: number): Span[] =>
  spans.map((span) => ({ start: span.start, end: span.end ?? end }))

function channelFacts(
  { channels, layout }: AudioPlan,
  { loudness }: Measurements,
  levels: SampleFacts['channels'],
): ChannelFacts[] {
  const truePeaks = peaksOf(loudness)
  return channelNames(layout, channels).map((name, index) => {
    const linear = truePeaks[index] ?? 0
    return {
      name,
      ...levels[index],
      truePeakDbtp: linear > 0 ? Math.round(decibel(linear) * 100) / 100 : undefined,
    }
  })
}

/** Channel names of one of ffmpeg's layouts, in its order; numbers for an unusual layout. */
function channelNames(layout: string, channels: number): string[] {
  const names = layouts[layout.replace(/\(.*\)$/, '')]
  return names?.length === channels
    ? names
    : Array.from({ length: channels }, (_, index) => String(index + 1))
}

const layouts: Record<string, string[]> = {
  mono: ['mono'],
  stereo: ['L', 'R'],
  '2.1': ['L', 'R', 'LFE'],
  '3.0': ['L', 'R', 'C'],
  quad: ['L', 'R', 'Ls', 'Rs'],
  '4.0': ['L', 'R', 'C', 'Cs'],
  '5.0': ['L', 'R', 'C', 'Ls', 'Rs'],
  '5.1': ['L', 'R', 'C', 'LFE', 'Ls', 'Rs'],
  '7.1': ['L', 'R', 'C', 'LFE', 'Lb', 'Rb', 'Ls', 'Rs'],
}

/** Silence is equal on both channels and cannot cancel out: it is neither mono nor out of phase. */
function stereoFacts({ log, loudness }: Measurements, silences: readonly Span[], end: number): StereoFacts {
  const heard = (spans: readonly OpenSpan[]) =>
    tidy(subtract(join(closed(spans, end)), silences)).filter((span) => span.end - span.start >= 1)
  // Digital silence has the phase of mono: blocks at its edges are left out too.
  const isHeard = (block: number) =>
    [block - 1, block, block + 1].every((one) => Math.max(...(log.truePeaks[one] ?? [0])) > -60)
  const phases = loudness.flatMap(({ phase, momentary }, block) =>
    phase !== undefined && momentary > -70 && isHeard(block) ? [phase] : [],
  )
  const sum = phases.reduce((total, phase) => total + phase, 0)
  return {
    outOfPhase: heard(log.outOfPhase),
    mono: heard(log.mono),
    meanPhase: phases.length === 0 ? undefined : sum / phases.length,
  }
}
