import { defineCheck, notApplicable } from '../check'

export default defineCheck({
  title: 'Loudness range is small enough',
  failureTitle: 'Loudness range is very wide',
  why: 'On phones and in living rooms, the quiet passages of a wide mix are lost.',
  remedy: 'Compress the mix slightly, or raise its quiet passages.',
  source: 'EBU Tech 3342 defines the measure; no standard for the limit: 20 LU, chosen for listening at home',
  needs: ['audio'],
  severity: 'info',
  settings: {
    maxRangeLu: { doc: 'Maximum loudness range', format: 'number', unit: 'LU', min: 0, default: 20 },
    minSeconds: {
      doc: 'Minimum duration; shorter audio has no meaningful range',
      format: 'number',
      unit: 'seconds',
      min: 0,
      default: 60,
    },
  },
  run: ({ audio: { loudness, programme } }, { maxRangeLu, minSeconds }) => {
    if (loudness.rangeLu === undefined)
      return notApplicable(`The loudness cannot be measured: ${loudness.notMeasurable}.`)
    if (programme.durationSeconds < minSeconds)
      return notApplicable(`The audio is shorter than ${minSeconds} s.`)
    if (loudness.rangeLu < maxRangeLu + 0.05) return []
    const measured = `${loudness.rangeLu.toFixed(1)} LU`
    return [
      {
        level: 'warn',
        message: `The loudness varies by ${measured}.`,
        measured,
        expected: `at most ${maxRangeLu} LU`,
      },
    ]
  },
})
