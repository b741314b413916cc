import { defineCheck, notApplicable } from '../check'
import { secondsText } from '../span-text'

export default defineCheck({
  title: 'The video is as long as it should be',
  failureTitle: 'The video is too long or too short',
  why: 'A booked slot has a length: what is longer is cut, what is shorter leaves a hole.',
  remedy: 'Cut the video to the length asked for, to the frame, and export again.',
  needs: ['video'],
  severity: 'major',
  settings: {
    lengthsSeconds: { doc: 'Accepted lengths; none: any', format: 'numbers', unit: 'seconds', default: [] },
    toleranceFrames: { doc: 'How far a length may be off', format: 'nat', unit: 'frames', default: 1 },
    minSeconds: { doc: 'Shortest accepted video', format: 'number', unit: 'seconds', min: 0, default: 0 },
    maxSeconds: {
      doc: 'Longest accepted video; 0: any',
      format: 'number',
      unit: 'seconds',
      min: 0,
      default: 0,
    },
  },
  run: (
    { video: { durationSeconds, decodedFrames } },
    { lengthsSeconds, toleranceFrames, minSeconds, maxSeconds },
  ) => {
    if (lengthsSeconds.length === 0 && minSeconds === 0 && maxSeconds === 0)
      return notApplicable('The profile sets no length.')
    // A millisecond over, for what containers round.
    const tolerance = (toleranceFrames * durationSeconds) / Math.max(1, decodedFrames) + 0.001
    const measured = secondsText(durationSeconds)
    const isOff = (length: number) => Math.abs(durationSeconds - length) > tolerance
    if (lengthsSeconds.length > 0 && lengthsSeconds.every(isOff)) {
      const expected = `${lengthsSeconds.join(' or ')} s, give or take ${toleranceFrames} frames`
      return [{ message: `The pictures last ${measured}.`, measured, expected }]
    }
    if (durationSeconds < minSeconds - tolerance)
      return [
        { message: `The pictures last only ${measured}.`, measured, expected: `at least ${minSeconds} s` },
      ]
    if (maxSeconds === 0 || durationSeconds <= maxSeconds + tolerance) return []
    return [{ message: `The pictures last ${measured}.`, measured, expected: `at most ${maxSeconds} s` }]
  },
})
