import { defineCheck, notApplicable } from '../check'

export default defineCheck({
  title: 'Image is well exposed',
  failureTitle: 'Image is too dark or too bright',
  why:
    'When the whole image is dark or washed out, the product is hard to see, in print even more than ' +
    'on screen.',
  remedy: 'Correct the exposure in the image editor, or use another image.',
  source: 'No standard: the limits are chosen so that white text on black and black text on white pass',
  needs: ['image'],
  severity: 'minor',
  settings: {
    minBrightLevel: {
      doc: 'Minimum level of the brightest 5 % of the pixels; below it the image is too dark',
      format: 'nat',
      unit: 'of 255',
      max: 255,
      default: 60,
    },
    maxDarkLevel: {
      doc: 'Maximum level of the darkest 5 % of the pixels; above it the image is too bright',
      format: 'nat',
      unit: 'of 255',
      max: 255,
      default: 200,
    },
    minAccentLevels: {
      doc: 'Highlights or shadows of this contrast still pass: white text on black is well exposed',
      format: 'nat',
      unit: 'of 255',
      max: 255,
      default: 110,
    },
  },
  run: ({ image: { pixels } }, { minBrightLevel, maxDarkLevel, minAccentLevels }) => {
    if (pixels === undefined) return notApplicable('The image cannot be decoded: see file/integrity.')
    const measured = `mean brightness ${Math.round(pixels.meanLuma)} of 255`
    if (pixels.bright < minBrightLevel && pixels.brightest < 255 - minAccentLevels) {
      return [{ level: 'warn', message: 'The whole image is dark.', measured, expected: 'some bright parts' }]
    }
    if (pixels.dark > maxDarkLevel && pixels.darkest > minAccentLevels) {
      return [
        {
          level: 'warn',
          message: 'The whole image is bright, nearly white.',
          measured,
          expected: 'some dark parts',
        },
      ]
    }
    return []
  },
})
