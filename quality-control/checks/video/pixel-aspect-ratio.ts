import { defineCheck } from '../check'

export default defineCheck({
  title: 'Pixels are square',
  failureTitle: 'Pixels are not square',
  why: 'Players that ignore the pixel aspect ratio show faces and logos too wide or too narrow.',
  remedy: 'Export again with square pixels, in the size at which the video is shown.',
  source: 'ITU-T H.273 (sample aspect ratio); SMPTE ST 274 (HD has square pixels)',
  needs: ['video'],
  severity: 'minor',
  settings: {
    tolerancePercent: {
      doc: 'Accepted deviation from square',
      format: 'number',
      unit: '%',
      min: 0,
      max: 20,
      default: 0.5,
    },
  },
  run: ({ video }, { tolerancePercent }) => {
    const { sampleAspectRatio, codedWidth, codedHeight, displayWidth, displayHeight } = video
    if (Math.abs(sampleAspectRatio - 1) * 100 <= tolerancePercent) return []
    const message =
      `Stored as ${codedWidth} × ${codedHeight} px, shown as ${displayWidth} × ` + `${displayHeight} px.`
    return [
      {
        level: 'warn',
        message,
        measured: `pixel aspect ratio ${sampleAspectRatio.toFixed(3)}`,
        expected: 'square pixels',
      },
    ]
  },
})
