import { defineCheck, notApplicable } from '../check'

export default defineCheck({
  title: 'Video is sharp',
  failureTitle: 'Video looks soft',
  why: 'A video that is soft throughout was out of focus, or was enlarged from a small master.',
  remedy: 'Use a larger or sharper master. If the softness is intended, no change is needed.',
  source: 'Marziliano et al., 2002: mean width of edges, median of the samples',
  needs: ['video'],
  severity: 'minor',
  settings: {
    maxEdgePixels: {
      doc: 'Maximum edge width at 1920 pixels: about 4 in focus, 10 when blurred over 4 pixels',
      format: 'number',
      unit: 'pixels',
      min: 1,
      default: 9,
    },
  },
  run: ({ video: { sharpness } }, { maxEdgePixels }) => {
    const { medianBlur } = sharpness
    if (medianBlur === undefined) return notApplicable('No sampled frame has edges to measure.')
    if (medianBlur <= maxEdgePixels) return []
    const measured = `edges ${medianBlur.toFixed(1)} px wide`
    return [
      {
        level: 'warn',
        message: 'Edges are soft in the whole video.',
        measured,
        expected: `at most ${maxEdgePixels} px`,
      },
    ]
  },
})
