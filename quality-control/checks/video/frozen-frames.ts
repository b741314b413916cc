import { defineCheck } from '../check'
import { lengthOf, locationOf, secondsText, timeText } from '../span-text'

export default defineCheck({
  title: 'The picture does not freeze',
  failureTitle: 'The picture stands still',
  why: 'A picture that stops looks like a fault of the player, and often is one of the export.',
  remedy: 'Look at the place. If the still is meant (a title, a packshot), nothing needs to be done.',
  needs: ['video'],
  severity: 'minor',
  settings: {
    minSeconds: {
      doc: 'Stills count from this length',
      format: 'number',
      unit: 'seconds',
      min: 0.5,
      default: 1,
    },
    maxEndSeconds: {
      doc: 'A still of this length is let pass at the end, for a packshot',
      format: 'number',
      unit: 'seconds',
      min: 0,
      default: 0,
    },
  },
  run: ({ video: { frozen, startSeconds, durationSeconds, black } }, { minSeconds, maxEndSeconds }) => {
    const end = startSeconds + durationSeconds
    // A packshot may fade out to black behind it.
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
        message: `Nothing moves for ${secondsText(lengthOf(span))} from ${timeText(span.start)}.`,
        at: locationOf(span),
        measured: secondsText(lengthOf(span)),
        expected: `less than ${minSeconds} s`,
      }))
  },
})
