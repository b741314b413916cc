import type { AudioFacts, ChannelFacts, StereoFacts } from '../../facts/audio'
import type { Span, VideoFacts } from '../../facts/video'
import type { SoundPlan } from './analysis-plan'
import { channelNames } from './declared/channel-names'
import type { Declared } from './declared/declared'
import type { OpenSpan } from './meters/log-reader'
import { decibel, loudnessCurve, loudnessFacts, peaksOf } from './meters/loudness'
import type { Analysis } from './run-analysis'
import type { SampleFacts } from './meters/sample-meter'
import { join, roundTime, subtract, tidy } from './meters/spans'

/** `video` are the facts of the picture beside the sound, when there is one. */
export function soundFacts(
  declared: Declared,
  plan: SoundPlan,
  analysis: Analysis,
  video: VideoFacts | undefined,
): AudioFacts {
  const startSeconds = roundTime((plan.streams[0]?.startSeconds ?? 0) - declared.startSeconds)
  const { clipping, decodedSeconds, channels } = analysis.samples?.facts(Math.max(0, startSeconds)) ?? nothing
  const durationSeconds = roundTime(decodedSeconds)
  const end = startSeconds + durationSeconds
  const silences = tidy(join(closed(analysis.log.silences, end)))
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
    loudness: loudnessFacts(analysis.loudness, durationSeconds),
    curve: loudnessCurve(analysis.loudness),
    silences,
    channels: channelFacts(plan, analysis, channels),
    clipping,
    stereo: plan.channels === 2 ? stereoFacts(analysis, silences, end) : undefined,
    againstPicture: video && {
      startOffsetSeconds: roundTime(startSeconds - video.startSeconds),
      lengthDifferenceSeconds: roundTime(durationSeconds - video.durationSeconds),
      frameSeconds: video.decodedFrames > 0 ? video.durationSeconds / video.decodedFrames : 0,
    },
  }
}

const nothing: SampleFacts = { clipping: [], decodedSeconds: 0, channels: [] }

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
  { channels, layout }: SoundPlan,
  { loudness }: Analysis,
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

/** Silence is the same on both channels and cancels out in no ear: it is neither mono nor out of phase. */
function stereoFacts({ log, loudness }: Analysis, silences: readonly Span[], end: number): StereoFacts {
  const heard = (spans: readonly OpenSpan[]) =>
    tidy(subtract(join(closed(spans, end)), silences)).filter((span) => span.end - span.start >= 1)
  const phases = loudness.flatMap(({ phase, momentary }) =>
    phase !== undefined && momentary > -70 ? [phase] : [],
  )
  const sum = phases.reduce((total, phase) => total + phase, 0)
  return {
    outOfPhase: heard(log.outOfPhase),
    mono: heard(log.mono),
    meanPhase: phases.length === 0 ? undefined : sum / phases.length,
  }
}
