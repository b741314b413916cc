import { defineCheck, notApplicable } from '../check'

export default defineCheck({
  title: 'Animation does not flash',
  failureTitle: 'Animation flashes',
  why:
    'More than three flashes per second can cause seizures in people with photosensitive epilepsy. ' +
    'This is a pre-screen, not a certificate.',
  remedy:
    'Slow the change to less than three flashes per second, make it smaller than a quarter of the ' +
    'image, or soften it.',
  source: 'WCAG 2.3.1; ITU-R BT.1702',
  needs: ['image'],
  severity: 'blocker',
  settings: {
    isExtendedFailure: {
      doc: 'Flashing just below the limit for four out of five seconds also fails',
      format: 'boolean',
      default: true,
    },
  },
  run: ({ image: { animation } }, { isExtendedFailure }) => {
    if (animation?.flash === undefined)
      return notApplicable('The image is not animated, or its frames could not be decoded.')
    const { failing, warning, extended, mostTransitionsPerSecond, mostRedTransitionsPerSecond } =
      animation.flash
    const measured =
      `${Math.max(mostTransitionsPerSecond, mostRedTransitionsPerSecond) / 2} ` + `flashes per second`
    const expected = 'at most 3 flashes per second'
    const at = (span: { start: number; end: number }) => ({ startSeconds: span.start, endSeconds: span.end })
    const fail = failing.map((span) => ({
      message: 'The image flashes more than three times per second.',
      at: at(span),
      measured,
      expected,
    }))
    const long = extended.map((span) => ({
      message: 'The image flashes just below the limit for several seconds.',
      at: at(span),
      measured,
      expected,
    }))
    const warn = warning.map((span) => ({
      level: 'warn' as const,
      message: 'The image flashes close to the limit.',
      at: at(span),
      measured,
      expected,
    }))
    return [...fail, ...(isExtendedFailure ? long : []), ...warn]
  },
})
