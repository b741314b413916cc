import { defineCheck } from '../check'

export default defineCheck({
  title: 'The picture has an accepted size',
  failureTitle: 'The picture has the wrong size',
  why: 'Too small a picture looks soft when it is enlarged; ad slots take exact sizes only.',
  remedy: 'Export in the wanted size from the original. Enlarging the finished picture adds no detail.',
  needs: ['image'],
  severity: 'major',
  settings: {
    acceptedSizes: {
      doc: 'Exact sizes such as 300x250; empty accepts all',
      format: 'strings',
      unit: 'pixels',
      default: [],
    },
    minWidthPixels: { doc: 'Narrower pictures fail', format: 'nat', unit: 'pixels', default: 0 },
    minHeightPixels: { doc: 'Lower pictures fail', format: 'nat', unit: 'pixels', default: 0 },
    maxWidthPixels: {
      doc: 'Wider pictures fail; 0 sets no limit',
      format: 'nat',
      unit: 'pixels',
      default: 0,
    },
    maxHeightPixels: {
      doc: 'Higher pictures fail; 0 sets no limit',
      format: 'nat',
      unit: 'pixels',
      default: 0,
    },
  },
  run: ({ image: { widthPixels, heightPixels } }, settings) => {
    const measured = `${widthPixels} × ${heightPixels} pixels`
    const isAccepted = settings.acceptedSizes.some(
      (size) => size.toLowerCase().replace('×', 'x') === `${widthPixels}x${heightPixels}`,
    )
    if (settings.acceptedSizes.length > 0 && !isAccepted) {
      const expected = settings.acceptedSizes.join(', ')
      return [{ message: `The picture has ${measured}; wanted: ${expected}.`, measured, expected }]
    }
    const limits = [
      {
        isBroken: widthPixels < settings.minWidthPixels,
        expected: `at least ${settings.minWidthPixels} pixels wide`,
      },
      {
        isBroken: heightPixels < settings.minHeightPixels,
        expected: `at least ${settings.minHeightPixels} pixels high`,
      },
      {
        isBroken: over(widthPixels, settings.maxWidthPixels),
        expected: `at most ${settings.maxWidthPixels} pixels wide`,
      },
      {
        isBroken: over(heightPixels, settings.maxHeightPixels),
        expected: `at most ${settings.maxHeightPixels} pixels high`,
      },
    ]
    return limits
      .filter(({ isBroken }) => isBroken)
      .map(({ expected }) => ({
        message: `The picture has ${measured}; wanted: ${expected}.`,
        measured,
        expected,
      }))
  },
})

function over(pixels: number, maximum: number): boolean {
  return maximum > 0 && pixels > maximum
}
