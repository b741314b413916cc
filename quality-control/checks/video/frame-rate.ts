import { defineCheck, notApplicable } from '../check'

export default defineCheck({
  title: 'The frame rate is steady and one that is wanted',
  failureTitle: 'The frame rate is not steady, or not one that is wanted',
  why: 'A rate that varies, or that must be converted, makes movements stutter and lets sound and picture drift apart.',
  remedy:
    'Export again at a constant rate, best at that of the shooting. Recordings of phones and screens usually vary.',
  needs: ['video'],
  severity: 'major',
  settings: {
    ratesPerSecond: {
      doc: 'Accepted rates; none: any',
      format: 'numbers',
      unit: 'pictures per second',
      default: [23.976, 24, 25, 29.97, 30, 50, 59.94, 60],
    },
    mayVary: { doc: 'A rate that varies is accepted', format: 'boolean', default: false },
  },
  run: ({ video: { frameRate } }, { ratesPerSecond, mayVary }) => {
    const { measured: rate, isVariable, longestStepSeconds = 0, shortestStepSeconds = 0 } = frameRate
    if (rate === undefined) return notApplicable('The video has a single picture.')
    const expected = `${ratesPerSecond.join(', ')} pictures per second`
    if (isVariable) {
      if (mayVary) return []
      const measured = `a picture every ${milliseconds(shortestStepSeconds)} to ${milliseconds(longestStepSeconds)}, ${text(rate)} a second on average`
      return [{ message: 'The frame rate varies.', measured, expected: 'a constant rate' }]
    }
    // Averages over a short clip whose time stamps are rounded are off by some thousandths.
    const isOff = (wanted: number) => Math.abs(rate / wanted - 1) > 0.0025
    if (ratesPerSecond.length === 0 || !ratesPerSecond.every(isOff)) return []
    return [{ message: `The video has ${text(rate)} pictures per second.`, measured: text(rate), expected }]
  },
})

const text = (rate: number) => String(Number(rate.toFixed(3)))
const milliseconds = (seconds: number) => `${Math.round(seconds * 1000)} ms`
