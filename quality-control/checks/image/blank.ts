import { defineCheck, notApplicable } from '../check'

export default defineCheck({
  title: 'Image is not blank',
  failureTitle: 'Image is blank',
  why: 'An image of a single flat colour is nearly always an export with hidden layers.',
  remedy: 'Open the original, make the layers visible and export again.',
  source: 'No standard: a line of small print on white measures about 8, a flat colour near 0',
  needs: ['image'],
  severity: 'major',
  settings: {
    minDeviationLevels: {
      doc: 'Minimum standard deviation of the colours; a line of small print on white has about 8',
      format: 'number',
      unit: 'of 255',
      min: 0,
      default: 1.5,
    },
  },
  run: ({ image: { pixels } }, { minDeviationLevels }) => {
    if (pixels === undefined) return notApplicable('The image cannot be decoded: see file/integrity.')
    if (pixels.deviation >= minDeviationLevels) return []
    const isSeeThrough = pixels.transparentShare > 0.99
    const message = isSeeThrough
      ? 'The image is fully transparent, or white on transparent.'
      : 'The image is a single flat colour.'
    return [
      {
        message,
        measured: `deviation ${pixels.deviation.toFixed(1)}`,
        expected: `at least ${minDeviationLevels}`,
      },
    ]
  },
})
