import { defineCheck, notApplicable } from '../check'

export default defineCheck({
  title: 'Quiet and loud passages lie close enough together',
  failureTitle: 'Quiet and loud passages lie far apart',
  why: 'On phones and in living rooms the quiet passages of a wide mix are lost.',
  remedy: 'Compress the mix somewhat, or lift its quiet passages.',
  source: 'EBU Tech 3342',
  needs: ['audio'],
  severity: 'info',
  settings: {
    maxRangeLu: { doc: 'Widest loudness range', format: 'number', unit: 'LU', min: 0, default: 20 },
    minSeconds: {
      doc: 'Shorter sound has no meaningful range',
      format: 'number',
      unit: 'seconds',
      min: 0,
      default: 60,
    },
  },
  run: ({ audio: { loudness, programme } }, { maxRangeLu, minSeconds }) => {
    if (loudness.rangeLu === undefined)
      return notApplicable(`The loudness is not measurable: ${loudness.notMeasurable}.`)
    if (programme.durationSeconds < minSeconds)
      return notApplicable(`The sound is shorter than ${minSeconds} s.`)
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
