import { defineCheck, notApplicable } from '../check'
import { lengthOf } from '../span-text'

export default defineCheck({
  title: 'Stereo audio is stereo',
  failureTitle: 'Stereo audio has identical channels',
  why: 'Two identical channels are usually a mono source, or a lost channel that was replaced by a copy.',
  remedy: 'Check that the stereo mix was exported. If mono is intended, no change is needed.',
  source: 'No standard: 95 % of what is heard, so that a stereo jingle does not hide mono speech',
  needs: ['audio'],
  severity: 'info',
  settings: {
    minSamePercent: {
      doc: 'Minimum share of identical audio that counts as mono',
      format: 'number',
      unit: '%',
      min: 1,
      max: 100,
      default: 95,
    },
  },
  run: ({ audio: { stereo, silences, programme } }, { minSamePercent }) => {
    if (stereo === undefined) return notApplicable('The audio does not have two channels.')
    const total = (spans: readonly { start: number; end: number }[]) =>
      spans.reduce((sum, span) => sum + lengthOf(span), 0)
    const heard = programme.durationSeconds - total(silences)
    if (heard < 1) return notApplicable('Less than a second is audible.')
    const percent = (total(stereo.mono) / heard) * 100
    if (percent < minSamePercent) return []
    return [
      {
        level: 'warn',
        message: 'Left and right channels are identical.',
        measured: `${percent.toFixed(0)} % of the audio`,
        expected: 'stereo',
      },
    ]
  },
})
