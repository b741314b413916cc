import type { IntegrityFacts } from '../../facts/file'
import type { MeasurementPlan } from './measurement-plan'
import type { Declared } from './declared/declared'
import { frameRateFacts } from './frame-rate'
import type { Measurements } from './run-measurement'

/**
 * An exit code of 0 proves nothing: decoded frames are compared with the declared count, and error lines are
 * counted.
 */
export function integrityFacts(
  declared: Declared,
  plan: MeasurementPlan,
  measurements: Measurements,
  timeoutMs: number,
): IntegrityFacts {
  const { log, frameTimes, isTimedOut, exitCode } = measurements
  const decodedAudioSeconds = measurements.samples?.facts(0).decodedSeconds ?? 0
  const errors = [...log.errors]
  if (isTimedOut) errors.unshift(`decoding took longer than ${Math.round(timeoutMs / 1000)} s`)
  if (!isTimedOut && exitCode === null) errors.unshift('the decoder crashed')
  const hasContent = frameTimes.length > 0 || (plan.video === undefined && decodedAudioSeconds > 0)
  return {
    isDecodable: hasContent && !isTimedOut && exitCode !== null,
    ...(plan.video && {
      decodedFrames: frameTimes.length,
      declaredFrames: declaredFrames(declared, plan, measurements),
    }),
    errorCount: log.errorCount + (errors.length - log.errors.length),
    errors: errors.slice(0, 10),
  }
}

/**
 * The container's count, or fewer when an edit list hides frames. Without a count: the frames that the
 * declared duration would have, but only when much of it is missing. A guess is no declared count.
 */
function declaredFrames(
  declared: Declared,
  { video }: MeasurementPlan,
  { frameTimes, samples }: Measurements,
): number | undefined {
  if (video === undefined) return undefined
  const { declaredFrames: counted, averageRate, tags, durationSeconds } = video.stream
  const seconds =
    durationSeconds ??
    secondsIn(tags.duration) ??
    durationBesideAudio(declared, samples?.facts(0).decodedSeconds)
  if (counted !== undefined) {
    return seconds === undefined || averageRate === undefined
      ? counted
      : Math.min(counted, Math.round(seconds * averageRate))
  }
  return seconds === undefined ? undefined : framesOf(seconds, frameTimes)
}

/** Declared durations are rounded, and may include the audio: a smaller difference proves nothing. */
const minMissingSeconds = 0.5

/** The frames of a stream that is clearly longer than what was decoded, at the decoded rate. */
function framesOf(declaredSeconds: number, frameTimes: readonly number[]): number | undefined {
  const { isVariable, measured } = frameRateFacts(frameTimes, undefined)
  if (isVariable || measured === undefined) return undefined
  const decodedSeconds = (frameTimes.at(-1) ?? 0) + 1 / measured
  return declaredSeconds - decodedSeconds > minMissingSeconds
    ? Math.round(declaredSeconds * measured)
    : undefined
}

/** Matroska writes a stream's duration as a tag: `00:00:08.033000000`. */
function secondsIn(tag: string | undefined): number | undefined {
  const parts = /^(\d+):(\d+):(\d+(?:\.\d+)?)$/
    .exec(tag ?? '')
    ?.slice(1)
    .map(Number)
  return parts && (parts[0] ?? 0) * 3600 + (parts[1] ?? 0) * 60 + (parts[2] ?? 0)
}

/** The container's duration says nothing about the video when the audio is longer. */
function durationBesideAudio({ durationSeconds }: Declared, audioSeconds = 0): number | undefined {
  return durationSeconds !== undefined && Math.abs(durationSeconds - audioSeconds) < 0.1
    ? undefined
    : durationSeconds
}
