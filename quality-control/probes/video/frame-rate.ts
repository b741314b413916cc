import type { FrameRateFacts } from '../../facts/video'
import { median } from '../../median'

/** Measured on the time stamps of the decoded frames: declared rates are often rounded or wrong. */
export function frameRateFacts(frameTimes: readonly number[], nominal: number | undefined): FrameRateFacts {
  const steps = frameTimes.slice(1).map((time, index) => time - (frameTimes[index] ?? 0))
  const usual = median(steps)
  const first = frameTimes[0]
  const last = frameTimes.at(-1)
  // Nominal rates such as 90000/1 are a phone's clock, not a frame rate.
  const believable = nominal !== undefined && nominal <= 1000 ? nominal : undefined
  if (usual === undefined || first === undefined || last === undefined || last <= first)
    return { nominal: believable, isVariable: false }
  const tolerance = Math.max(timeStampRoundingSeconds, usual * 0.1)
  const regular = steps.filter((step) => Math.abs(step - usual) <= tolerance)
  const odd = steps.length - regular.length
  const isVariable = odd >= 3 && odd > steps.length * 0.02
  return {
    nominal: believable,
    // A gap between two fragments, or a lost frame, is no other rate.
    measured: isVariable ? steps.length / (last - first) : rateOver(regular),
    isVariable,
    shortestStepSeconds: steps.reduce((least, step) => Math.min(least, step), Infinity),
    longestStepSeconds: steps.reduce((most, step) => Math.max(most, step), 0),
  }
}

function rateOver(steps: readonly number[]): number {
  let seconds = 0
  for (const step of steps) seconds += step
  return steps.length / seconds
}

/** Matroska rounds to milliseconds, some phones to 1/600 s: both ends of a step may be off by half a unit. */
const timeStampRoundingSeconds = 0.0018
