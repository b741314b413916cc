import { defineCheck, notApplicable } from '../check'

export default defineCheck({
  title: 'The bit rate is within the limits',
  failureTitle: 'The bit rate is outside the limits',
  why: 'Too little leaves visible compression, too much stalls on slow connections or is refused.',
  remedy: 'Export again within the bit rates asked for.',
  needs: ['video'],
  severity: 'major',
  settings: {
    minMegabitsPerSecond: {
      doc: 'Least rate of the pictures',
      format: 'number',
      unit: 'Mbit/s',
      min: 0,
      default: 0,
    },
    maxMegabitsPerSecond: {
      doc: 'Highest rate of the pictures; 0: any',
      format: 'number',
      unit: 'Mbit/s',
      min: 0,
      default: 0,
    },
  },
  run: ({ video: { bitsPerSecond } }, { minMegabitsPerSecond, maxMegabitsPerSecond }) => {
    if (minMegabitsPerSecond === 0 && maxMegabitsPerSecond === 0)
      return notApplicable('The profile sets no bit rate.')
    if (bitsPerSecond === undefined) return notApplicable('The file does not tell its bit rate.')
    const megabits = bitsPerSecond / 1e6
    const measured = `${megabits.toFixed(2)} Mbit/s`
    if (megabits < minMegabitsPerSecond)
      return [
        {
          message: `The pictures have only ${measured}.`,
          measured,
          expected: `at least ${minMegabitsPerSecond} Mbit/s`,
        },
      ]
    if (maxMegabitsPerSecond === 0 || megabits <= maxMegabitsPerSecond) return []
    return [
      {
        message: `The pictures have ${measured}.`,
        measured,
        expected: `at most ${maxMegabitsPerSecond} Mbit/s`,
      },
    ]
  },
})
