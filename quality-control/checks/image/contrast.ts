import { defineCheck, notApplicable } from '../check'

export default defineCheck({
  title: 'Image has enough contrast',
  failureTitle: 'Image has very little contrast',
  why: 'A flat, hazy image attracts no attention, and text on it is hard to read.',
  remedy:
    'Adjust the tones in the image editor (levels or curves), or check whether a layer is half ' +
    'transparent by mistake.',
  source:
    'No standard: a quarter of the tonal range; for photographs, far below the 186 levels of the flattest ' +
    'one among the test images of Pillow and libavif (measured 2026-11-28)',
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
    minPhotographRangeLevels: {
      doc: 'The same for an image of many tones, such as a photograph, where haze shows earlier',
      format: 'nat',
      unit: 'of 255',
      max: 255,
      default: 110,
    },
  },
  run: ({ image: { pixels } }, { minRangeLevels, minPhotographRangeLevels }) => {
    if (pixels === undefined) return notApplicable('The image cannot be decoded: see file/integrity.')
    // A gradient has nothing that contrast would show; a single colour is for image/blank.
    if (pixels.isSmooth) return []
    const range = pixels.brightest - pixels.darkest
    // In graphics most pixels have one of few tones.
    const hasManyTones = (pixels.bright - pixels.dark) * 3 >= range
    const least = hasManyTones ? Math.max(minRangeLevels, minPhotographRangeLevels) : minRangeLevels
    if (range >= least) return []
    const message = 'The darkest and the brightest parts of the image hardly differ.'
    return [{ level: 'warn', message, measured: `${range} of 255`, expected: `at least ${least}` }]
  },
})
