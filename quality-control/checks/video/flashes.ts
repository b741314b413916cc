import { defineCheck } from '../check'
import type { CheckFinding } from '../check'
import { locationOf, timeText } from '../span-text'

export default defineCheck({
  title: 'The picture does not flash dangerously',
  failureTitle: 'The picture flashes',
  why: 'More than three flashes a second can cause seizures in people with photosensitive epilepsy. This is a pre-screen, not a certificate.',
  remedy:
    'Slow the flashes to under three a second, lessen their contrast, or keep them within a quarter of the picture.',
  source: 'WCAG 2.3.1; ITU-R BT.1702',
  needs: ['video'],
  severity: 'blocker',
  settings: {
    isExtendedFailure: {
      doc: 'Flashing at the limit for four of five seconds fails as well',
      format: 'boolean',
      default: true,
    },
  },
  run: ({ video: { flashes } }, { isExtendedFailure }) => {
    const { failing, warning, extended, mostTransitionsPerSecond, mostRedTransitionsPerSecond } = flashes
    const isRed = mostRedTransitionsPerSecond > mostTransitionsPerSecond
    const measured = `up to ${Math.max(mostTransitionsPerSecond, mostRedTransitionsPerSecond) / 2}${isRed ? ' red' : ''} flashes a second`
    const finding =
      (level: 'fail' | 'warn', what: string) =>
      (span: { start: number; end: number }): CheckFinding => ({
        level,
        message: `The picture ${what} from ${timeText(span.start)}.`,
        at: locationOf(span),
        measured,
        expected: 'at most 3 flashes a second',
      })
    return [
      ...failing.map(finding('fail', 'flashes more than three times a second')),
      ...(isExtendedFailure ? extended.map(finding('fail', 'keeps flashing for seconds')) : []),
      ...warning.map(finding('warn', 'flashes near the limit')),
    ]
  },
})
