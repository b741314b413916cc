import { defineCheck, notApplicable } from '../check'

export default defineCheck({
  title: 'The animation does not flash',
  failureTitle: 'The animation flashes',
  why: 'More than three flashes a second can cause seizures in people with photosensitive epilepsy. This is a pre-screen, not a certificate.',
  remedy:
    'Slow the change down to under three flashes a second, make it smaller than a quarter of the picture, or soften it.',
  source: 'WCAG 2.3.1; ITU-R BT.1702',
  needs: ['image'],
  severity: 'blocker',
  settings: {
    isExtendedFailure: {
      doc: 'Flashing just below the limit for four of five seconds fails as well',
      format: 'boolean',
      default: true,
    },
  },
  run: ({ image: { animation } }, { isExtendedFailure }) => {
    if (animation?.flash === undefined)
      return notApplicable('The picture does not move, or its frames could not be decoded.')
    const { failing, warning, extended, mostTransitionsPerSecond, mostRedTransitionsPerSecond } =
      animation.flash
    const measured = `${Math.max(mostTransitionsPerSecond, mostRedTransitionsPerSecond) / 2} flashes a second`
    const expected = 'at most 3 flashes a second'
    const at = (span: { start: number; end: number }) => ({ startSeconds: span.start, endSeconds: span.end })
    const fail = failing.map((span) => ({
      message: 'The picture flashes more than three times a second.',
      at: at(span),
      measured,
      expected,
    }))
    const long = extended.map((span) => ({
      message: 'The picture keeps flashing for seconds.',
      at: at(span),
      measured,
      expected,
    }))
    const warn = warning.map((span) => ({
      level: 'warn' as const,
      message: 'The picture flashes near the limit.',
      at: at(span),
      measured,
      expected,
    }))
    return [...fail, ...(isExtendedFailure ? long : []), ...warn]
  },
})
