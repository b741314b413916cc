import { defineCheck } from '../check'
import type { CheckFinding } from '../check'
import { locationOf, timeText } from '../span-text'

export default defineCheck({
  title: 'Video does not flash dangerously',
  failureTitle: 'Video flashes dangerously',
  why:
    'More than three flashes per second can cause seizures in people with photosensitive epilepsy. ' +
    'This is a pre-screen, not a certificate.',
  remedy:
    'Slow the flashes to less than three per second, reduce their contrast, or limit them to a quarter ' +
    'of the screen.',
  source:
    'WCAG 2.2, 2.3.1, with red by CIE 1976; ITU-R BT.1702: a quarter of the image, 20 cd/m² with the ' +
    'darker side below 160 cd/m², by the curve of PQ or HLG, and with a white of 200 cd/m² for other video',
  needs: ['video'],
  severity: 'blocker',
  settings: {
    isExtendedFailure: {
      doc: 'Flashing just below the limit for four out of five seconds also fails',
      format: 'boolean',
      default: true,
    },
  },
  run: ({ video: { flashes } }, { isExtendedFailure }) => {
    const { failing, warning, extended, mostTransitionsPerSecond, mostRedTransitionsPerSecond } = flashes
    const isRed = mostRedTransitionsPerSecond > mostTransitionsPerSecond
    const flashesPerSecond = Math.max(mostTransitionsPerSecond, mostRedTransitionsPerSecond) / 2
    const measured = `up to ${flashesPerSecond}${isRed ? ' red' : ''} flashes per second`
    const finding =
      (level: 'fail' | 'warn', what: string) =>
      (span: { start: number; end: number }): CheckFinding => ({
        level,
        message: `The video ${what} at ${timeText(span.start)}.`,
        at: locationOf(span),
        measured,
        expected: 'at most 3 flashes per second',
      })
    return [
      ...failing.map(finding('fail', 'flashes more than three times per second')),
      ...(isExtendedFailure
        ? extended.map(finding('fail', 'flashes just below the limit for several seconds'))
        : []),
      ...warning.map(finding('warn', 'flashes close to the limit')),
    ]
  },
})
