import { defineCheck, notApplicable } from '../check'
import type { CheckFinding } from '../check'
import { lengthOf, locationOf, secondsText, timeText } from '../span-text'

export default defineCheck({
  title: 'Audio works on a mono speaker',
  failureTitle: 'Left and right channels cancel each other out',
  why:
    'Phones and single speakers add both channels. What is out of phase disappears, often the voice ' +
    'first.',
  remedy: 'Invert the polarity of one channel, or reduce the stereo widener.',
  source:
    'Clearcast Library: mean phase at least -0.95; no standard for a moment: a phase angle of 170° or more ' +
    'for 1 s (ffmpeg aphasemeter), a correlation of about -0.985',
  needs: ['audio'],
  severity: 'major',
  settings: {
    minSeconds: { doc: 'Minimum length that counts', format: 'number', unit: 'seconds', min: 1, default: 1 },
    minMeanPhase: {
      doc: 'Minimum mean phase, from -1 (opposite) to 1 (same)',
      format: 'number',
      min: -1,
      max: 1,
      default: -0.95,
    },
  },
  run: ({ audio: { stereo } }, { minSeconds, minMeanPhase }) => {
    if (stereo === undefined) return notApplicable('The audio does not have two channels.')
    const moments: CheckFinding[] = stereo.outOfPhase
      .filter((span) => lengthOf(span) >= minSeconds - 0.001)
      .map((span) => ({
        message:
          `Left and right are out of phase for ${secondsText(lengthOf(span))} from ` +
          `${timeText(span.start)}.`,
        at: locationOf(span),
        measured: 'correlation near -1',
        expected: 'correlation above -0.985',
      }))
    const { meanPhase } = stereo
    if (moments.length > 0 || meanPhase === undefined || meanPhase >= minMeanPhase) return moments
    const message = 'Left and right are almost opposite throughout.'
    return [{ message, measured: `mean phase ${meanPhase.toFixed(2)}`, expected: `at least ${minMeanPhase}` }]
  },
})
