import { defineCheck } from '../check'
import { locationOf, timeText } from '../span-text'

export default defineCheck({
  title: 'Audio is not clipped',
  failureTitle: 'Audio is clipped',
  why: 'Clipped peaks are audible as crackle and cannot be repaired afterwards.',
  remedy: 'Go back to the mix, lower the level before the limiter, and export again.',
  source: 'No standard: three or more samples in a row at full scale',
  needs: ['audio'],
  severity: 'minor',
  settings: {
    maxLocations: {
      doc: 'Maximum number of clipped locations; locations less than a second apart count as one',
      format: 'nat',
      default: 0,
    },
  },
  run: ({ audio: { clipping } }, { maxLocations }) => {
    if (clipping.length <= maxLocations) return []
    return clipping.map((span) => ({
      message: `Peaks are clipped at ${timeText(span.start)}.`,
      at: locationOf(span),
      measured: 'full scale for 3 samples or more',
      expected: 'no clipping',
    }))
  },
})
