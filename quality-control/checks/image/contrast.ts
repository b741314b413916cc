import { defineCheck, notApplicable } from '../check'

export default defineCheck({
  title: 'The picture has enough contrast',
  failureTitle: 'The picture has very little contrast',
  why: 'A flat, hazy picture draws no eye, and text on it is hard to read.',
  remedy:
    'Spread the tones in the image editor (levels or curves), or check whether a layer is half transparent by mistake.',
  needs: ['image'],
  severity: 'minor',
  settings: {
    minRangeLevels: {
      doc: 'Least range between the darkest and the brightest thousandth of the picture',
      format: 'nat',
      unit: 'of 255',
      max: 255,
      default: 64,
    },
  },
  run: ({ image: { pixels } }, { minRangeLevels }) => {
    if (pixels === undefined) return notApplicable('The picture does not decode: see its integrity.')
    const range = pixels.brightest - pixels.darkest
    if (range >= minRangeLevels) return []
    const message = 'The darkest and the brightest parts of the picture hardly differ.'
    return [{ level: 'warn', message, measured: `${range} of 255`, expected: `at least ${minRangeLevels}` }]
  },
})
