import type { VideoFacts } from '../../facts/video'
import { defineCheck, notApplicable } from '../check'

export default defineCheck({
  title: 'Frame rate is constant and accepted',
  failureTitle: 'Frame rate varies or is not accepted',
  why: 'A variable or converted frame rate makes motion stutter and lets audio and video drift apart.',
  remedy:
    'Export again at a constant, accepted frame rate, ideally that of the recording. Phone and screen ' +
    'recordings usually vary.',
  source:
    'SMPTE ST 274 and ST 296 list the rates of HD television; the delivery specification picks from ' +
    'them',
  needs: ['video'],
  severity: 'major',
  settings: {
    ratesPerSecond: {
      doc: 'Accepted rates; empty accepts all',
      format: 'numbers',
      unit: 'frames per second',
      default: [23.976, 24, 25, 29.97, 30, 50, 59.94, 60],
    },
    mayVary: { doc: 'A variable rate is accepted', format: 'boolean', default: false },
  },
  run: ({ video: { frameRate, durationSeconds } }, { ratesPerSecond, mayVary }) => {
    const { isVariable, longestStepSeconds = 0, shortestStepSeconds = 0 } = frameRate
    const rate = rateOf(frameRate)
    if (rate === undefined) return notApplicable('The video has a single frame.')
    const expected = `${ratesPerSecond.join(', ')} fps`
    if (isVariable) {
      if (mayVary) return []
      const measured =
        `a frame every ${milliseconds(shortestStepSeconds)} to ` +
        `${milliseconds(longestStepSeconds)}, ${text(rate)} fps on average`
      return [{ message: 'The frame rate varies.', measured, expected: 'a constant rate' }]
    }
    // Time stamps are rounded to milliseconds: over a short clip the average is less exact.
    const tolerance = Math.max(halfNtscStep, 0.001 / durationSeconds)
    const isOff = (accepted: number) => Math.abs(rate / accepted - 1) > tolerance
    if (ratesPerSecond.length === 0 || !ratesPerSecond.every(isOff)) return []
    return [{ message: `The video has ${text(rate)} fps.`, measured: `${text(rate)} fps`, expected }]
  },
})

/** 24 and 24000/1001 differ by 0.1 %: half of that and a little for rounding distinguishes them. */
const halfNtscStep = 0.00055

/** Measured over the whole video; the declared rate where the two agree, because it is exact. */
function rateOf({ measured, nominal }: VideoFacts['frameRate']): number | undefined {
  if (measured === undefined || nominal === undefined) return measured
  return Math.abs(measured / nominal - 1) <= halfNtscStep ? nominal : measured
}

const text = (rate: number) => String(Number(rate.toFixed(3)))
const milliseconds = (seconds: number) => `${Math.round(seconds * 1000)} ms`
