import { defineCheck, notApplicable } from '../check'

export default defineCheck({
  title: 'The animation ends in time',
  failureTitle: 'The animation is too long or does not stop',
  why: 'Publishers refuse banners that move for ever, and moving pictures beside a text keep people from reading it.',
  remedy:
    'Shorten the animation, or set how often it plays in the export ("Looping: 3 times" instead of "Forever").',
  source: 'WCAG 2.2.2; publishers’ display guidelines',
  needs: ['image'],
  severity: 'minor',
  settings: {
    maxSeconds: {
      doc: 'Longest run of the animation',
      format: 'number',
      unit: 'seconds',
      min: 0,
      default: 15,
    },
    maxLoops: { doc: 'How often it may play', format: 'nat', default: 3 },
  },
  run: ({ image: { animation } }, { maxSeconds, maxLoops }) => {
    if (animation === undefined) return notApplicable('The picture does not move.')
    const { durationSeconds, loops } = animation
    const length =
      durationSeconds > maxSeconds
        ? [
            {
              level: 'warn' as const,
              message: `The animation runs for ${durationSeconds} s.`,
              measured: `${durationSeconds} s`,
              expected: `at most ${maxSeconds} s`,
            },
          ]
        : []
    if (loops !== 0 && loops <= maxLoops) return length
    const measured = loops === 0 ? 'for ever' : `${loops} times`
    return [
      ...length,
      {
        level: 'warn' as const,
        message: `The animation plays ${measured}.`,
        measured,
        expected: `at most ${maxLoops} times`,
      },
    ]
  },
})
