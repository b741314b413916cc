import { defineCheck, notApplicable } from '../check'
import { lengthOf, locationOf, secondsText, timeText } from '../span-text'

export default defineCheck({
  title: 'Levels are within the broadcast range',
  failureTitle: 'Levels exceed the broadcast range',
  why:
    'Values outside the range are clipped on the way to the screen. Highlights and shadows lose ' +
    'detail, and broadcasters reject the file.',
  remedy:
    'Apply a broadcast-safe limiter, or check that full-range material was not tagged as limited ' + 'range.',
  source:
    'EBU R 103 and EBU QC 0051B (R, G, B and luma within 5-246 in 8 bits), with 16-235 as ' +
    'the preferred range',
  needs: ['video'],
  severity: 'minor',
  settings: {
    minSeconds: {
      doc: 'Minimum time with more than 1 % of the pixels outside',
      format: 'number',
      unit: 'seconds',
      min: 0,
      default: 1,
    },
    range: {
      doc: 'Accepted range: 16-235, or the wider one of R 103',
      format: 'string',
      choices: ['16-235', 'r103'],
      default: '16-235',
    },
    isFailure: { doc: 'Fails instead of warns', format: 'boolean', default: false },
  },
  run: ({ video: { levels } }, { minSeconds, range, isFailure }) => {
    if (levels === undefined) return notApplicable('Full-range and RGB video has no broadcast range.')
    const spans = range === 'r103' ? levels.outOfR103 : levels.outOfRange
    const worst = range === 'r103' ? levels.worstOutOfR103Share : levels.worstOutOfRangeShare
    return spans
      .filter((span) => lengthOf(span) >= minSeconds - 0.001)
      .map((span) => ({
        level: isFailure ? 'fail' : 'warn',
        message:
          `More than 1 % of the pixels are out of range for ` +
          `${secondsText(lengthOf(span))} from ${timeText(span.start)}.`,
        at: locationOf(span),
        measured: `up to ${(worst * 100).toFixed(1)} % of the pixels`,
        expected: `at most 1 % outside ${range === 'r103' ? '5-246' : '16-235'}`,
      }))
  },
})
