import { defineCheck } from '../check'

export default defineCheck({
  title: 'The pixels are square',
  failureTitle: 'The pixels are not square',
  why: 'Players that overlook the pixel shape show faces and logos too wide or too narrow.',
  remedy: 'Export again with square pixels, at the size at which the picture is to be seen.',
  needs: ['video'],
  severity: 'minor',
  settings: {
    tolerancePercent: {
      doc: 'How far a pixel may be from square',
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
    const message = `The picture is stored as ${codedWidth} × ${codedHeight} px and meant to be shown as ${displayWidth} × ${displayHeight} px.`
    return [
      {
        level: 'warn',
        message,
        measured: `pixels ${sampleAspectRatio.toFixed(3)} times as wide as high`,
        expected: 'square pixels',
      },
    ]
  },
})
