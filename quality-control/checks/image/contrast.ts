import { defineCheck, notApplicable } from '../check'

export default defineCheck({
  title: 'Image has enough contrast',
  failureTitle: 'Image has very little contrast',
  why: 'A flat, hazy image attracts no attention, and text on it is hard to read.',
  remedy:
    'Adjust the tones in the image editor (levels or curves), or check whether a layer is half ' +
    'transparent by mistake.',
  source: 'No standard: a quarter of the tonal range',
  needs: ['image'],
  severity: 'minor',
  settings: {
    minRangeLevels: {
      doc: 'Minimum range between the darkest and the brightest 0.1 % of the image',
      format: 'nat',
      unit: 'of 255',
      max: 255,
      default: 64,
    },
  },
  run: ({ image: { pixels } }, { minRangeLevels }) => {
    if (pixels === undefined) return notApplicable('The image cannot be decoded: see file/integrity.')
    const range = pixels.brightest - pixels.darkest
    if (range >= minRangeLevels) return []
    const message = 'The darkest and the brightest parts of the image hardly differ.'
    return [{ level: 'warn', message, measured: `${range} of 255`, expected: `at least ${minRangeLevels}` }]
  },
})
