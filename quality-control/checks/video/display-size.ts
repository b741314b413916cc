import { defineCheck } from '../check'

export default defineCheck({
  title: 'The picture has the size that is wanted',
  failureTitle: 'The picture has not the size that is wanted',
  why: 'A picture of another size is scaled, cut or framed with bars by whoever shows it.',
  remedy: 'Export again in the size asked for, from a master that is at least as large.',
  needs: ['video'],
  severity: 'major',
  settings: {
    sizes: {
      doc: 'Accepted sizes as a viewer sees them, such as 1920x1080; none: any',
      format: 'strings',
      default: [],
    },
    ratios: { doc: 'Accepted shapes, such as 16:9; none: any', format: 'strings', default: [] },
    ratioTolerancePercent: {
      doc: 'How far a shape may be off',
      format: 'number',
      unit: '%',
      min: 0,
      max: 20,
      default: 1,
    },
    minShortSidePixels: {
      doc: 'Least length of the shorter side',
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
          message: `The picture is ${measured}.`,
          measured,
          expected: sizes.map((size) => size.replace('x', ' × ')).join(', '),
        },
      ]
    }
    const isOff = (ratio: string) =>
      Math.abs(displayWidth / displayHeight / shapeOf(ratio) - 1) * 100 > ratioTolerancePercent
    if (ratios.length > 0 && ratios.every(isOff)) {
      return [
        {
          message: `The picture is ${measured}, another shape than asked for.`,
          measured,
          expected: ratios.join(', '),
        },
      ]
    }
    if (Math.min(displayWidth, displayHeight) >= minShortSidePixels) return []
    return [
      {
        message: `The picture is only ${measured}.`,
        measured,
        expected: `at least ${minShortSidePixels} px on the shorter side`,
      },
    ]
  },
})

function shapeOf(ratio: string): number {
  const [across = NaN, down = NaN] = ratio.split(':').map(Number)
  return across / down
}
