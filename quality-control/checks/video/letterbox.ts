import { defineCheck } from '../check'

export default defineCheck({
  title: 'The picture fills its frame',
  failureTitle: 'The picture has black bars',
  why: 'Bars that are part of the picture make it smaller wherever it is shown, and double up with the bars of the player.',
  remedy: 'Export again in the shape of the picture itself, or fill the frame.',
  needs: ['video'],
  severity: 'minor',
  settings: {
    maxPercent: {
      doc: 'Bars count from this share of the width or height, both sides together',
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
        where: 'at the left and right',
        share: bars.left + bars.right,
        pixels: [bars.left, bars.right].map((share) => share * displayWidth),
      },
      {
        where: 'above and below',
        share: bars.top + bars.bottom,
        pixels: [bars.top, bars.bottom].map((share) => share * displayHeight),
      },
    ]
    return pairs
      .filter(({ share }) => share * 100 > maxPercent)
      .map(({ where, share, pixels }) => ({
        level: 'warn',
        message: `Bars of about ${pixels.map(Math.round).join(' and ')} px stand ${where}.`,
        measured: `${(share * 100).toFixed(1)} %`,
        expected: `at most ${maxPercent} %`,
      }))
  },
})
