import { defineCheck, notApplicable } from '../check'
import { secondsText } from '../span-text'

export default defineCheck({
  title: 'Video has the expected duration',
  failureTitle: 'Video is too long or too short',
  why: 'A booked slot has a fixed length. A longer video is cut, a shorter one leaves a gap.',
  remedy: 'Cut the video to the expected duration, frame by frame, and export again.',
  source: 'No standard: the booking sets the duration; one frame of tolerance',
  needs: ['video'],
  severity: 'major',
  settings: {
    lengthsSeconds: {
      doc: 'Accepted durations; empty accepts all',
      format: 'numbers',
      unit: 'seconds',
      default: [],
    },
    toleranceFrames: { doc: 'Accepted deviation from a duration', format: 'nat', unit: 'frames', default: 1 },
    minSeconds: { doc: 'Minimum duration', format: 'number', unit: 'seconds', min: 0, default: 0 },
    maxSeconds: {
      doc: 'Maximum duration; 0 sets no limit',
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
      return notApplicable('The profile sets no duration.')
    // One more millisecond, for containers that round.
    const tolerance = (toleranceFrames * durationSeconds) / Math.max(1, decodedFrames) + 0.001
    const measured = secondsText(durationSeconds)
    // At 23.976 and 29.97 fps a spot of 30 s has 720 or 900 frames: seconds of the timecode.
    const base = Math.round(decodedFrames / durationSeconds)
    const isOff = (length: number) =>
      Math.abs(durationSeconds - length) > tolerance &&
      Math.abs(decodedFrames - length * base) > toleranceFrames
    if (lengthsSeconds.length > 0 && lengthsSeconds.every(isOff)) {
      const expected =
        `${lengthsSeconds.join(' or ')} s ± ${toleranceFrames} ` +
        (toleranceFrames === 1 ? 'frame' : 'frames')
      const message = `The video lasts ${measured} (${decodedFrames} frames).`
      return [{ message, measured, expected }]
    }
    if (durationSeconds < minSeconds - tolerance)
      return [
        { message: `The video lasts only ${measured}.`, measured, expected: `at least ${minSeconds} s` },
      ]
    if (maxSeconds === 0 || durationSeconds <= maxSeconds + tolerance) return []
    return [{ message: `The video lasts ${measured}.`, measured, expected: `at most ${maxSeconds} s` }]
  },
})
