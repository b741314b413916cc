import { acceptedSizes, isAcceptedSize } from '../accepted-sizes'
import { defineCheck } from '../check'

export default defineCheck({
  title: 'Banner states an accepted size',
  failureTitle: 'Size of the banner is missing or wrong',
  why: 'An ad server reads the size from the page. Without it, the banner is rejected or shown cut off.',
  remedy: 'Write <meta name="ad.size" content="width=300,height=250"> into the head, with the booked size.',
  source: 'Google Ads, "Upload an HTML5 ad" (ad.size); IAB "New Ad Portfolio" lists the common sizes',
  needs: ['banner'],
  severity: 'major',
  settings: {
    acceptedSizes,
  },
  run: ({ banner: { size, sizeText } }, { acceptedSizes: accepted }) => {
    const form = 'ad.size with width and height'
    if (sizeText === undefined)
      return [{ message: 'The page does not state its size.', measured: 'no ad.size', expected: form }]
    if (size === undefined) {
      const message = `The size cannot be read from "${sizeText}".`
      return [{ message, measured: sizeText, expected: 'width=300,height=250' }]
    }
    const measured = `${size.widthPixels} × ${size.heightPixels} pixels`
    if (isAcceptedSize(accepted, size)) return []
    const expected = accepted.join(', ')
    return [{ message: `The banner has ${measured}, which is not an accepted size.`, measured, expected }]
  },
})
