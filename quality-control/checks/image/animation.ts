import { defineCheck, notApplicable } from '../check'

export default defineCheck({
  title: 'Animation stops in time',
  failureTitle: 'Animation is too long or does not stop',
  why: 'Publishers reject banners that never stop, and constant motion keeps people from reading.',
  remedy: 'Shorten the animation, or limit the number of loops in the export settings.',
  source: 'WCAG 2.2.2 Pause, Stop, Hide; 15 s and three loops are common in publishers’ specifications',
  needs: ['image'],
  severity: 'minor',
  settings: {
    maxSeconds: {
      doc: 'Maximum duration of one loop',
      format: 'number',
      unit: 'seconds',
      min: 0,
      default: 15,
    },
    maxLoops: { doc: 'Maximum number of loops', format: 'nat', default: 3 },
  },
  run: ({ image: { animation } }, { maxSeconds, maxLoops }) => {
    if (animation === undefined) return notApplicable('The image is not animated.')
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
    const measured = loops === 0 ? 'forever' : `${loops} times`
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
