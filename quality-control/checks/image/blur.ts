import { defineCheck, notApplicable } from '../check'

export default defineCheck({
  title: 'Image is in focus',
  failureTitle: 'Image looks blurred',
  why: 'A soft image looks unprofessional, and an enlarged one is easy to spot.',
  remedy:
    'Use a sharper original. If the softness is intended (a background, an effect), no change is ' +
    'needed.',
  source: 'No standard: photographs in focus measure about 0.7, the same blurred over 2.5 pixels 0.15',
  needs: ['image'],
  severity: 'minor',
  settings: {
    minSharpness: {
      doc: 'Minimum steepness of the sharper edges at 1500 pixels: about 0.7 in focus, 0.15 when blurred',
      format: 'number',
      min: 0,
      max: 2,
      default: 0.2,
    },
    minRangeLevels: {
      doc: 'Minimum brightness range for edges to be measured',
      format: 'nat',
      unit: 'of 255',
      max: 255,
      default: 60,
    },
  },
  run: ({ image: { pixels } }, { minSharpness, minRangeLevels }) => {
    if (pixels === undefined) return notApplicable('The image cannot be decoded: see file/integrity.')
    if (pixels.sharpness === undefined && pixels.brightest - pixels.darkest < minRangeLevels) {
      return notApplicable('The image has too little contrast to measure edges.')
    }
    if (pixels.sharpness !== undefined && pixels.sharpness >= minSharpness) return []
    const measured =
      pixels.sharpness === undefined ? 'no sharp edge' : `sharpness ${pixels.sharpness.toFixed(2)}`
    return [
      {
        level: 'warn',
        message: 'Even the sharpest parts of the image are soft.',
        measured,
        expected: `at least ${minSharpness}`,
      },
    ]
  },
})
