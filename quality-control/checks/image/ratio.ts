import { defineCheck, notApplicable } from '../check'

export default defineCheck({
  title: 'Aspect ratio is accepted',
  failureTitle: 'Aspect ratio is wrong',
  why: 'An image with another aspect ratio is cropped, stretched, or shown with bars.',
  remedy: 'Adapt the layout to an accepted aspect ratio and export it again.',
  source: 'No standard: the placement sets the ratio; 1 % allows for whole pixels',
  needs: ['image'],
  severity: 'major',
  settings: {
    acceptedRatios: {
      doc: 'Width to height, such as 16:9 or 1.91:1; empty accepts all',
      format: 'strings',
      default: [],
    },
    tolerancePercent: {
      doc: 'Accepted deviation of the ratio',
      format: 'number',
      unit: '%',
      min: 0,
      max: 50,
      default: 1,
    },
  },
  run: ({ image: { widthPixels, heightPixels } }, { acceptedRatios, tolerancePercent }) => {
    if (acceptedRatios.length === 0) return notApplicable('The profile accepts all aspect ratios.')
    const ratio = widthPixels / heightPixels
    const isNear = (wanted: number) => Math.abs(ratio / wanted - 1) * 100 <= tolerancePercent
    if (acceptedRatios.map(ratioOf).some(isNear)) return []
    const measured = `${widthPixels} × ${heightPixels} (${ratio.toFixed(2)}:1)`
    const expected = acceptedRatios.join(' or ')
    return [{ message: `The image has ${measured}; expected ${expected}.`, measured, expected }]
  },
})

function ratioOf(text: string): number {
  const [width, height] = text.split(':').map(Number)
  if (width === undefined || height === undefined || !(width > 0) || !(height > 0)) {
    throw new Error(`acceptedRatios: expected width:height such as 16:9, got "${text}"`)
  }
  return width / height
}
