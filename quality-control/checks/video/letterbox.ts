import { defineCheck } from '../check'

export default defineCheck({
  title: 'Picture fills the frame',
  failureTitle: 'Video has black bars',
  why: 'Burnt-in bars make the picture smaller everywhere, and add to the bars of the player.',
  remedy: 'Export in the aspect ratio of the picture, or fill the frame.',
  source:
    'EBU QC 0001W (letterbox and pillarbox); no standard for the limit: 1 % allows for a few lines at ' +
    'the edge',
  needs: ['video'],
  severity: 'minor',
  settings: {
    maxPercent: {
      doc: 'Maximum share of the width or height, both bars together',
      format: 'number',
      unit: '%',
      min: 0,
      default: 1,
    },
  },
  run: ({ video: { bars, displayWidth, displayHeight } }, { maxPercent }) => {
    if (bars === undefined) return []
    const pairs = [
      {
        where: 'on the left and right',
        share: bars.left + bars.right,
        pixels: [bars.left, bars.right].map((share) => share * displayWidth),
      },
      {
        where: 'at the top and bottom',
        share: bars.top + bars.bottom,
        pixels: [bars.top, bars.bottom].map((share) => share * displayHeight),
      },
    ]
    return pairs
      .filter(({ share }) => share * 100 > maxPercent)
      .map(({ where, share, pixels }) => ({
        level: 'warn',
        message: `Black bars of about ${pixels.map(Math.round).join(' and ')} px ${where}.`,
        measured: `${(share * 100).toFixed(1)} %`,
        expected: `at most ${maxPercent} %`,
      }))
  },
})
