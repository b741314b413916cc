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
  run: ({ video: { frameRate } }, { ratesPerSecond, mayVary }) => {
    const { measured: rate, isVariable, longestStepSeconds = 0, shortestStepSeconds = 0 } = frameRate
    if (rate === undefined) return notApplicable('The video has a single frame.')
    const expected = `${ratesPerSecond.join(', ')} fps`
    if (isVariable) {
      if (mayVary) return []
      const measured =
        `a frame every ${milliseconds(shortestStepSeconds)} to ` +
        `${milliseconds(longestStepSeconds)}, ${text(rate)} fps on average`
      return [{ message: 'The frame rate varies.', measured, expected: 'a constant rate' }]
    }
    // Averages over a short clip whose time stamps are rounded are off by some thousandths.
    const isOff = (wanted: number) => Math.abs(rate / wanted - 1) > 0.0025
    if (ratesPerSecond.length === 0 || !ratesPerSecond.every(isOff)) return []
    return [{ message: `The video has ${text(rate)} fps.`, measured: `${text(rate)} fps`, expected }]
  },
})

const text = (rate: number) => String(Number(rate.toFixed(3)))
const milliseconds = (seconds: number) => `${Math.round(seconds * 1000)} ms`
