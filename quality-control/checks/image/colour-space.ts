import { defineCheck } from '../check'

const names = {
  rgb: 'RGB',
  grey: 'greyscale',
  cmyk: 'CMYK',
  lab: 'Lab',
  other: 'another colour model',
} as const

export default defineCheck({
  title: 'Colour space is accepted',
  failureTitle: 'Colour space is wrong',
  why:
    'Browsers show CMYK images in wrong colours or not at all. Printers convert RGB in ways nobody has ' +
    'seen beforehand.',
  remedy:
    'Convert the image with its profile in the image editor: to sRGB for screens, to the printer’s ' +
    'CMYK profile for print.',
  source: 'Screens: CSS Color 4 (sRGB is the default); print: ISO 15930-1 (PDF/X-1a)',
  needs: ['image'],
  severity: 'major',
  settings: {
    acceptedModels: {
      doc: 'Accepted colour models',
      format: 'strings',
      choices: ['rgb', 'grey', 'cmyk', 'lab'],
      default: ['rgb', 'grey'],
    },
  },
  run: ({ image: { colourModel } }, { acceptedModels }) => {
    if (acceptedModels.includes(colourModel)) return []
    const expected = acceptedModels
      .map((model) => Object.entries(names).find(([key]) => key === model)?.[1] ?? model)
      .join(' or ')
    const measured = names[colourModel]
    return [{ message: `The image is in ${measured}; expected ${expected}.`, measured, expected }]
  },
})
