import { defineCheck } from '../check'

export default defineCheck({
  title: 'Video dimensions are accepted',
  failureTitle: 'Video dimensions are wrong',
  why: 'A video of another size is scaled, cropped or shown with bars.',
  remedy: 'Export again in the expected size, from a master that is at least as large.',
  source: 'No standard: the delivery specification sets the size',
  needs: ['video'],
  severity: 'major',
  settings: {
    sizes: {
      doc: 'Accepted display sizes, such as 1920x1080; empty accepts all',
      format: 'strings',
      default: [],
    },
    ratios: {
      doc: 'Accepted aspect ratios, such as 16:9; empty accepts all',
      format: 'strings',
      default: [],
    },
    ratioTolerancePercent: {
      doc: 'Accepted deviation of the aspect ratio',
      format: 'number',
      unit: '%',
      min: 0,
      max: 20,
      default: 1,
    },
    minShortSidePixels: {
      doc: 'Minimum length of the shorter side',
      format: 'nat',
      unit: 'pixels',
      default: 360,
    },
  },
  run: (
    { video: { displayWidth, displayHeight } },
    { sizes, ratios, ratioTolerancePercent, minShortSidePixels },
  ) => {
    const measured = `${displayWidth} × ${displayHeight} px`
    if (sizes.length > 0 && !sizes.includes(`${displayWidth}x${displayHeight}`)) {
      return [
        {
          message: `The video is ${measured}, which is not an accepted size.`,
          measured,
          expected: sizes.map((size) => size.replace('x', ' × ')).join(', '),
        },
      ]
    }
    const isOff = (ratio: string) =>
      Math.abs(displayWidth / displayHeight / ratioOf(ratio) - 1) * 100 > ratioTolerancePercent
    if (ratios.length > 0 && ratios.every(isOff)) {
      return [
        {
          message: `The video is ${measured}, which is not an accepted aspect ratio.`,
          measured,
          expected: ratios.join(', '),
        },
      ]
    }
    if (Math.min(displayWidth, displayHeight) >= minShortSidePixels) return []
    return [
      {
        message: `The video is only ${measured}.`,
        measured,
        expected: `at least ${minShortSidePixels} px on the shorter side`,
      },
    ]
  },
})

function ratioOf(ratio: string): number {
  const [across = NaN, down = NaN] = ratio.split(':').map(Number)
  return across / down
}
