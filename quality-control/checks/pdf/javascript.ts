import { defineCheck } from '../check'

export default defineCheck({
  title: 'The PDF has no scripts',
  failureTitle: 'The PDF has scripts',
  why: 'Scripts run on the computers of those who open the file. Nothing that is shown or printed needs them.',
  remedy: 'Export the PDF again without interactive elements.',
  needs: ['pdf'],
  severity: 'major',
  settings: {},
  run: ({ pdf: { javaScriptPlaces } }) =>
    javaScriptPlaces.map((place) => ({
      message: `A script is there ${place}.`,
      measured: 'JavaScript',
      expected: 'no scripts',
    })),
})
