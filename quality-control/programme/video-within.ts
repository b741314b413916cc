import type { AudioFacts } from '../facts/audio'
import type { FlashFacts, Span, VideoFacts } from '../facts/video'
import { median } from '../median'
import { peaksWithin, silenceDbfs } from './loudness-within'
import { isWithin, spansWithin } from './spans-within'

/** Video facts of the part of the file inside `limits`. What is not measured over time stays as it is. */
export function videoWithin(
  video: VideoFacts,
  audio: AudioFacts | undefined,
  limits: Span & { framesPerSecond: number },
): VideoFacts {
  const within = (spans: readonly Span[]) => spansWithin(spans, limits)
  const seconds = limits.end - limits.start
  return {
    ...video,
    startSeconds: limits.start,
    durationSeconds: Math.round(seconds * 10_000) / 10_000,
    decodedFrames: Math.round(seconds * limits.framesPerSecond),
    black: within(video.black),
    dips: within(video.dips),
    logoBlack: within(video.logoBlack),
    barredShots: video.barredShots.flatMap(({ bars, ...span }) =>
      within([span]).map((part) => ({ ...part, bars })),
    ),
    frozen: within(video.frozen).filter(({ start, end }) => end - start >= shortestFreezeSeconds),
    cuts: video.cuts.filter((cut) => isWithin(cut, limits)),
    flashFrames: within(video.flashFrames),
    repeatedFrames: within(video.repeatedFrames),
    flashes: flashesWithin(video.flashes, limits),
    ...(video.levels && {
      levels: {
        ...video.levels,
        outOfRange: within(video.levels.outOfRange),
        outOfR103: within(video.levels.outOfR103),
      },
    }),
    sharpness: sharpnessWithin(video.sharpness, limits),
    audio: audibility(video, audio, limits),
  }
}

/** As the probe reports them. */
const shortestFreezeSeconds = 0.499

function flashesWithin(flashes: FlashFacts, limits: Span): FlashFacts {
  const within = (spans: readonly Span[]) => spansWithin(spans, limits)
  const [transitions, redTransitions] = [flashes.transitions, flashes.redTransitions].map((times) =>
    times.filter((time) => isWithin(time, limits)),
  )
  return {
    transitions: transitions ?? [],
    redTransitions: redTransitions ?? [],
    mostTransitionsPerSecond: Math.min(flashes.mostTransitionsPerSecond, mostInOneSecond(transitions ?? [])),
    mostRedTransitionsPerSecond: Math.min(
      flashes.mostRedTransitionsPerSecond,
      mostInOneSecond(redTransitions ?? []),
    ),
    failing: within(flashes.failing),
    warning: within(flashes.warning),
    extended: within(flashes.extended),
  }
}

function mostInOneSecond(times: readonly number[]): number {
  let [most, oldest] = [0, 0]
  for (const [index, time] of times.entries()) {
    while (time - (times[oldest] ?? time) >= 1 - 1e-6) oldest++
    most = Math.max(most, index - oldest + 1)
  }
  return most
}

function sharpnessWithin({ samples }: VideoFacts['sharpness'], limits: Span): VideoFacts['sharpness'] {
  const kept = samples.filter(({ atSeconds }) => isWithin(atSeconds, limits))
  return {
    samples: kept,
    medianBlur: median(kept.map(({ blur }) => blur)),
    medianBlockiness: median(kept.map(({ blockiness }) => blockiness)),
  }
}

/** A tone on the bars does not make a silent programme audible. */
function audibility(
  { audio: whole }: VideoFacts,
  audio: AudioFacts | undefined,
  { start, end }: Span,
): VideoFacts['audio'] {
  if (whole !== 'audible' || audio?.blocks === undefined) return whole
  const { startSeconds } = audio.programme
  const peaks = peaksWithin(audio.blocks, { start: start - startSeconds, end: end - startSeconds })
  return peaks.every((peak) => peak < silenceDbfs) ? 'silent' : 'audible'
}
