import type { IntegrityFacts } from '../../facts/file'
import type { MeasurementPlan } from './measurement-plan'
import type { Declared } from './declared/declared'
import { frameRateFacts, median } from './frame-rate'
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
 * The container's count, or fewer when an edit list hides frames; without a count what the frame's length
 * comes to, as long as its frames come at a steady pace.
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
  const { isVariable } = frameRateFacts(frameTimes, undefined)
  const step = median(frameTimes.slice(1).map((time, index) => time - (frameTimes[index] ?? 0)))
  return seconds === undefined || isVariable || !step ? undefined : Math.round(seconds / step)
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
