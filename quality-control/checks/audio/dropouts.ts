import { defineCheck } from '../check'
import { lengthOf, locationOf, timeText } from '../span-text'

export default defineCheck({
  title: 'Audio has no dropouts',
  failureTitle: 'Audio drops out',
  why: 'Audio that stops for a moment and goes on as before sounds like a fault of the player or the cable.',
  remedy:
    'Listen to that moment. Restore the missing audio in the mix; if the gap is intended, no change is ' +
    'needed.',
  source:
    'No standard: all channels fall below -60 dBFS within 3 ms, between audio above -36 dBFS, for 8 to ' +
    '500 ms; a natural pause fades',
  needs: ['audio'],
  severity: 'minor',
  settings: {
    minSeconds: {
      doc: 'Minimum length of a dropout',
      format: 'number',
      unit: 'seconds',
      min: 0.008,
      default: 0.008,
    },
  },
  run: ({ audio: { dropouts } }, { minSeconds }) =>
    dropouts
      .filter((span) => lengthOf(span) >= minSeconds - 0.001)
      .map((span) => ({
        level: 'warn',
        message: `The audio drops out at ${timeText(span.start)}.`,
        at: locationOf(span),
        measured: `${Math.round(lengthOf(span) * 1000)} ms`,
        expected: 'no dropout',
      })),
})
