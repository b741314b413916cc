import { defineCheck } from '../check'

const names = {
  rgb: 'RGB',
  grey: 'greyscale',
  cmyk: 'CMYK',
  lab: 'Lab',
  other: 'another colour model',
} as const

export default defineCheck({
  title: 'The picture is in an accepted colour space',
  failureTitle: 'The picture is in the wrong colour space',
  why: 'Browsers show CMYK pictures in wrong colours or not at all; printers turn RGB into whatever their machine makes of it.',
  remedy:
    'Convert the picture, with its profile, in the image editor: to sRGB for screens, to the printer’s CMYK profile for print.',
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
    return [{ message: `The picture is in ${measured}; wanted: ${expected}.`, measured, expected }]
  },
})
