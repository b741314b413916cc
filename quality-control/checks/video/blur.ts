import { defineCheck, notApplicable } from '../check'

export default defineCheck({
  title: 'The picture is sharp',
  failureTitle: 'The picture looks soft',
  why: 'Softness over a whole video means a missed focus, or a small picture that was enlarged.',
  remedy: 'Use a larger or sharper master. If the softness is meant, nothing needs to be done.',
  source: 'Mean width of edges (Marziliano and others, 2002), the middle one of all samples',
  needs: ['video'],
  severity: 'minor',
  settings: {
    maxEdgePixels: {
      doc: 'Widest edge that passes: about 4 in focus, 10 when blurred over 4 pixels',
      format: 'number',
      unit: 'pixels',
      min: 1,
      default: 9,
    },
  },
  run: ({ video: { sharpness } }, { maxEdgePixels }) => {
    const { medianBlur } = sharpness
    if (medianBlur === undefined) return notApplicable('No sampled picture has edges to measure.')
    if (medianBlur <= maxEdgePixels) return []
    const measured = `edges ${medianBlur.toFixed(1)} px wide`
    return [
      {
        level: 'warn',
        message: 'Edges are wide and soft over the whole video.',
        measured,
        expected: `at most ${maxEdgePixels} px`,
      },
    ]
  },
})
