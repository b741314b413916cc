import { defineCheck } from '../check'
import { locationOf, timeText } from '../span-text'

export default defineCheck({
  title: 'The sound is not clipped',
  failureTitle: 'The sound is clipped',
  why: 'Cut-off peaks are heard as crackle and cannot be mended afterwards.',
  remedy: 'Go back to the mix, lower its level before the limiter, and export again.',
  source: 'Runs of at least three samples at full scale',
  needs: ['audio'],
  severity: 'minor',
  settings: {
    maxPlaces: {
      doc: 'Places that are let pass, each up to a second apart from the next',
      format: 'nat',
      default: 0,
    },
  },
  run: ({ audio: { clipping } }, { maxPlaces }) => {
    if (clipping.length <= maxPlaces) return []
    return clipping.map((span) => ({
      message: `Peaks are cut off at ${timeText(span.start)}.`,
      at: locationOf(span),
      measured: 'full scale for 3 samples or more',
      expected: 'no clipping',
    }))
  },
})
