import { acceptedSizes, isAcceptedSize } from '../accepted-sizes'
import { defineCheck } from '../check'

export default defineCheck({
  title: 'Image dimensions are accepted',
  failureTitle: 'Image dimensions are wrong',
  why: 'A small image looks soft when it is enlarged, and ad slots accept exact sizes only.',
  remedy: 'Export in the expected size from the original. Enlarging the finished image adds no detail.',
  source: 'No standard: the placement sets the size; IAB "New Ad Portfolio" lists the common ones',
  needs: ['image'],
  severity: 'major',
  settings: {
    acceptedSizes,
    minWidthPixels: { doc: 'Minimum width', format: 'nat', unit: 'pixels', default: 0 },
    minHeightPixels: { doc: 'Minimum height', format: 'nat', unit: 'pixels', default: 0 },
    maxWidthPixels: {
      doc: 'Maximum width; 0 sets no limit',
      format: 'nat',
      unit: 'pixels',
      default: 0,
    },
    maxHeightPixels: {
      doc: 'Maximum height; 0 sets no limit',
      format: 'nat',
      unit: 'pixels',
      default: 0,
    },
  },
  run: ({ image }, settings) => {
    const { widthPixels, heightPixels } = image
    const measured = `${widthPixels} × ${heightPixels} pixels`
    if (!isAcceptedSize(settings.acceptedSizes, image)) {
      const expected = settings.acceptedSizes.join(', ')
      return [{ message: `The image has ${measured}, which is not an accepted size.`, measured, expected }]
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
        message: `The image has ${measured}; expected ${expected}.`,
        measured,
        expected,
      }))
  },
})

function over(pixels: number, maxPixels: number): boolean {
  return maxPixels > 0 && pixels > maxPixels
}
