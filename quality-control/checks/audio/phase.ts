import { defineCheck, notApplicable } from '../check'
import { lengthOf, locationOf, secondsText, timeText } from '../span-text'

export default defineCheck({
  title: 'The sound survives on a mono speaker',
  failureTitle: 'Left and right cancel each other out',
  why: 'On phones and single speakers both channels are added: what is out of phase disappears, often the voice first.',
  remedy: 'Turn the polarity of one channel around, or look for a stereo widener that does too much.',
  needs: ['audio'],
  severity: 'major',
  settings: {
    minSeconds: { doc: 'Counts from this length', format: 'number', unit: 'seconds', min: 1, default: 1 },
  },
  run: ({ audio: { stereo } }, { minSeconds }) => {
    if (stereo === undefined) return notApplicable('The sound has not two channels.')
    return stereo.outOfPhase
      .filter((span) => lengthOf(span) >= minSeconds - 0.001)
      .map((span) => ({
        message: `Left and right are opposed for ${secondsText(lengthOf(span))} from ${timeText(span.start)}.`,
        at: locationOf(span),
        measured: 'phase near -1',
        expected: 'phase above -0.9',
      }))
  },
})
