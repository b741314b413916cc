import { defineCheck, notApplicable } from '../check'

export default defineCheck({
  title: 'Bit rate is within the limits',
  failureTitle: 'Bit rate is outside the limits',
  why: 'A low bit rate shows compression. A high one stalls on slow connections or is rejected.',
  remedy: 'Export again within the accepted bit rates.',
  source: 'No standard: the delivery specification sets the limits',
  needs: ['video'],
  severity: 'major',
  settings: {
    minMegabitsPerSecond: {
      doc: 'Minimum bit rate of the video; 0 sets no limit',
      format: 'number',
      unit: 'Mbit/s',
      min: 0,
      default: 0,
    },
    maxMegabitsPerSecond: {
      doc: 'Maximum bit rate of the video; 0 sets no limit',
      format: 'number',
      unit: 'Mbit/s',
      min: 0,
      default: 0,
    },
  },
  run: ({ video: { bitsPerSecond } }, { minMegabitsPerSecond, maxMegabitsPerSecond }) => {
    if (minMegabitsPerSecond === 0 && maxMegabitsPerSecond === 0)
      return notApplicable('The profile sets no bit rate.')
    if (bitsPerSecond === undefined) return notApplicable('The bit rate of the video is unknown.')
    const megabits = bitsPerSecond / 1e6
    const measured = `${megabits.toFixed(2)} Mbit/s`
    if (megabits < minMegabitsPerSecond)
      return [
        {
          message: `The video has only ${measured}.`,
          measured,
          expected: `at least ${minMegabitsPerSecond} Mbit/s`,
        },
      ]
    if (maxMegabitsPerSecond === 0 || megabits <= maxMegabitsPerSecond) return []
    return [
      {
        message: `The video has ${measured}.`,
        measured,
        expected: `at most ${maxMegabitsPerSecond} Mbit/s`,
      },
    ]
  },
})
