import { defineCheck } from '../check'
import { lengthOf, locationOf, secondsText, timeText } from '../span-text'

export default defineCheck({
  title: 'Video does not freeze',
  failureTitle: 'Video freezes',
  why: 'A video that stops looks like a player error, and often is an export error.',
  remedy: 'Look at that moment. If the still is intended (a title, a pack shot), no change is needed.',
  source: 'No standard: 1 s, with a mean difference below -60 dB between frames (ffmpeg freezedetect)',
  needs: ['video'],
  severity: 'minor',
  settings: {
    minSeconds: {
      doc: 'Minimum length of a freeze',
      format: 'number',
      unit: 'seconds',
      min: 0.5,
      default: 1,
    },
    maxEndSeconds: {
      doc: 'Maximum length of a still at the end that passes, for a pack shot',
      format: 'number',
      unit: 'seconds',
      min: 0,
      default: 0,
    },
  },
  run: ({ video: { frozen, startSeconds, durationSeconds, black } }, { minSeconds, maxEndSeconds }) => {
    const end = startSeconds + durationSeconds
    // A pack shot may fade to black.
    const isAtEnd = (stop: number) =>
      stop >= end - 0.001 ||
      black.some((span) => Math.abs(span.start - stop) < 0.001 && span.end >= end - 0.001)
    return frozen
      .filter(
        (span) =>
          lengthOf(span) >= minSeconds - 0.001 && !(isAtEnd(span.end) && lengthOf(span) <= maxEndSeconds),
      )
      .map((span) => ({
        level: 'warn',
        message: `The video freezes for ${secondsText(lengthOf(span))} at ${timeText(span.start)}.`,
        at: locationOf(span),
        measured: secondsText(lengthOf(span)),
        expected: `less than ${minSeconds} s`,
      }))
  },
})
