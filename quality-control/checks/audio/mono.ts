import { defineCheck, notApplicable } from '../check'
import { lengthOf } from '../span-text'

export default defineCheck({
  title: 'Stereo sound is stereo',
  failureTitle: 'Stereo sound is the same on both sides',
  why: 'Two equal channels are mostly a mono source or a lost channel that was doubled.',
  remedy: 'Check that the stereo mix was exported. If mono is meant, nothing needs to be done.',
  needs: ['audio'],
  severity: 'info',
  settings: {
    minSamePercent: {
      doc: 'Share of the sound that must be the same',
      format: 'number',
      unit: '%',
      min: 1,
      max: 100,
      default: 95,
    },
  },
  run: ({ audio: { stereo, silences, programme } }, { minSamePercent }) => {
    if (stereo === undefined) return notApplicable('The sound has not two channels.')
    const total = (spans: readonly { start: number; end: number }[]) =>
      spans.reduce((sum, span) => sum + lengthOf(span), 0)
    const heard = programme.durationSeconds - total(silences)
    if (heard < 1) return notApplicable('Less than a second is heard.')
    const percent = (total(stereo.mono) / heard) * 100
    if (percent < minSamePercent) return []
    return [
      {
        level: 'warn',
        message: 'Left and right are the same.',
        measured: `${percent.toFixed(0)} % of the sound`,
        expected: 'stereo',
      },
    ]
  },
})
