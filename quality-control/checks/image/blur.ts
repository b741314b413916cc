import { defineCheck, notApplicable } from '../check'

export default defineCheck({
  title: 'The picture is in focus',
  failureTitle: 'The picture looks blurred',
  why: 'A soft picture looks cheap, and one that was enlarged gives itself away.',
  remedy:
    'Use a sharper original. If the softness is meant (a background, an effect), nothing needs to be done.',
  needs: ['image'],
  severity: 'minor',
  settings: {
    minSharpness: {
      doc: 'Steepness of the sharper edges, measured at 1500 pixels: in focus about 0.7, blurred over 2.5 pixels 0.15',
      format: 'number',
      min: 0,
      max: 2,
      default: 0.2,
    },
    minRangeLevels: {
      doc: 'Range of brightness below which nothing has edges',
      format: 'nat',
      unit: 'of 255',
      max: 255,
      default: 60,
    },
  },
  run: ({ image: { pixels } }, { minSharpness, minRangeLevels }) => {
    if (pixels === undefined) return notApplicable('The picture does not decode: see its integrity.')
    if (pixels.sharpness === undefined && pixels.brightest - pixels.darkest < minRangeLevels) {
      return notApplicable('The picture has too little contrast to have edges.')
    }
    if (pixels.sharpness !== undefined && pixels.sharpness >= minSharpness) return []
    const measured =
      pixels.sharpness === undefined ? 'no sharp edge' : `sharpness ${pixels.sharpness.toFixed(2)}`
    return [
      {
        level: 'warn',
        message: 'Even the sharpest parts of the picture are soft.',
        measured,
        expected: `at least ${minSharpness}`,
      },
    ]
  },
})
