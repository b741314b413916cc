import { defineCheck, notApplicable } from '../check'
import { lengthOf, locationOf, secondsText, timeText } from '../span-text'

export default defineCheck({
  title: 'Brightness and colour stay within broadcast range',
  failureTitle: 'Brightness or colour leave the broadcast range',
  why: 'What lies outside is cut off on its way to the screen: highlights and shadows lose their detail, and broadcasters refuse it.',
  remedy:
    'Put a legaliser (broadcast safe) into the grade, or check that full-range material was not tagged as limited range.',
  source: 'EBU R 103 (luma 5-246 in 8 bit), with 16-235 as the preferred range',
  needs: ['video'],
  severity: 'minor',
  settings: {
    minSeconds: {
      doc: 'More than 1 % of the pixels must lie outside for so long',
      format: 'number',
      unit: 'seconds',
      min: 0,
      default: 1,
    },
    range: {
      doc: 'Which range is held against: 16-235, or the wider one of R 103',
      format: 'string',
      choices: ['16-235', 'r103'],
      default: '16-235',
    },
    isFailure: { doc: 'Fails instead of warns', format: 'boolean', default: false },
  },
  run: ({ video: { levels } }, { minSeconds, range, isFailure }) => {
    if (levels === undefined)
      return notApplicable('The pictures use the full range or RGB, which have no broadcast range.')
    const spans = range === 'r103' ? levels.outOfR103 : levels.outOfRange
    const worst = range === 'r103' ? levels.worstOutOfR103Share : levels.worstOutOfRangeShare
    return spans
      .filter((span) => lengthOf(span) >= minSeconds - 0.001)
      .map((span) => ({
        level: isFailure ? 'fail' : 'warn',
        message: `More than 1 % of the pixels lie outside for ${secondsText(lengthOf(span))} from ${timeText(span.start)}.`,
        at: locationOf(span),
        measured: `up to ${(worst * 100).toFixed(1)} % of the pixels`,
        expected: `at most 1 % outside ${range === 'r103' ? '5-246' : '16-235'}`,
      }))
  },
})
