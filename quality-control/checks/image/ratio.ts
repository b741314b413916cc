import { defineCheck, notApplicable } from '../check'

export default defineCheck({
  title: 'The picture has an accepted aspect ratio',
  failureTitle: 'The picture has the wrong aspect ratio',
  why: 'A picture of another shape is cropped, stretched, or shown with bars.',
  remedy: 'Lay the motif out in the wanted shape and export it again.',
  needs: ['image'],
  severity: 'major',
  settings: {
    acceptedRatios: {
      doc: 'Width to height, such as 16:9 or 1.91:1; empty accepts all',
      format: 'strings',
      default: [],
    },
    tolerancePercent: {
      doc: 'How far the ratio may be off',
      format: 'number',
      unit: '%',
      min: 0,
      max: 50,
      default: 1,
    },
  },
  run: ({ image: { widthPixels, heightPixels } }, { acceptedRatios, tolerancePercent }) => {
    if (acceptedRatios.length === 0) return notApplicable('The profile accepts every aspect ratio.')
    const ratio = widthPixels / heightPixels
    const isNear = (wanted: number) => Math.abs(ratio / wanted - 1) * 100 <= tolerancePercent
    if (acceptedRatios.map(ratioOf).some(isNear)) return []
    const measured = `${widthPixels} × ${heightPixels} (${ratio.toFixed(2)}:1)`
    const expected = acceptedRatios.join(' or ')
    return [{ message: `The picture has ${measured}; wanted: ${expected}.`, measured, expected }]
  },
})

function ratioOf(text: string): number {
  const [width, height] = text.split(':').map(Number)
  if (width === undefined || height === undefined || !(width > 0) || !(height > 0)) {
    throw new Error(`acceptedRatios: expected width:height such as 16:9, got "${text}"`)
  }
  return width / height
}
