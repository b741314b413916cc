import { defineCheck } from '../check'

export default defineCheck({
  title: 'PDF has no scripts',
  failureTitle: 'PDF has scripts',
  why: 'Scripts run on the computers of everyone who opens the file. Artwork does not need them.',
  remedy: 'Export the PDF again without interactive elements.',
  source: 'ISO 15930 (PDF/X): no JavaScript',
  needs: ['pdf'],
  severity: 'major',
  settings: {},
  run: ({ pdf: { javaScriptLocations } }) =>
    javaScriptLocations.map((place) => ({
      message: `The PDF contains a script (${place}).`,
      measured: 'JavaScript',
      expected: 'no scripts',
    })),
})
