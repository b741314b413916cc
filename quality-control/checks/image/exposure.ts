import { defineCheck, notApplicable } from '../check'

export default defineCheck({
  title: 'The picture is well exposed',
  failureTitle: 'The picture is too dark or too bright',
  why: 'In a picture that is dark or washed out all over, the product is hard to make out, in print even more than on screen.',
  remedy: 'Correct the exposure in the image editor, or take another picture.',
  needs: ['image'],
  severity: 'minor',
  settings: {
    minBrightLevel: {
      doc: 'Too dark when even the brightest twentieth begins below this',
      format: 'nat',
      unit: 'of 255',
      max: 255,
      default: 60,
    },
    maxDarkLevel: {
      doc: 'Too bright when even the darkest twentieth ends above this',
      format: 'nat',
      unit: 'of 255',
      max: 255,
      default: 200,
    },
    minAccentLevels: {
      doc: 'Lights or shadows this far from the edge of the scale excuse it: white text on black is well exposed',
      format: 'nat',
      unit: 'of 255',
      max: 255,
      default: 110,
    },
  },
  run: ({ image: { pixels } }, { minBrightLevel, maxDarkLevel, minAccentLevels }) => {
    if (pixels === undefined) return notApplicable('The picture does not decode: see its integrity.')
    const measured = `mean brightness ${Math.round(pixels.meanLuma)} of 255`
    if (pixels.bright < minBrightLevel && pixels.brightest < 255 - minAccentLevels) {
      return [
        { level: 'warn', message: 'The whole picture is dark.', measured, expected: 'some bright parts' },
      ]
    }
    if (pixels.dark > maxDarkLevel && pixels.darkest > minAccentLevels) {
      return [
        {
          level: 'warn',
          message: 'The whole picture is bright, nearly white.',
          measured,
          expected: 'some dark parts',
        },
      ]
    }
    return []
  },
})
