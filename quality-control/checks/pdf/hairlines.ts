import { defineCheck } from '../check'

export default defineCheck({
  title: 'No line is too thin to print',
  failureTitle: 'Lines are too thin to print',
  why: 'Very thin lines break up or disappear in print, although they look fine on screen.',
  remedy: 'Make lines at least 0.25 pt wide, and wider where they are not solid black.',
  source: 'No standard: a quarter of a point is the printers’ common rule',
  needs: ['pdf'],
  severity: 'minor',
  settings: {
    minWidthPoints: {
      doc: 'Minimum line width at final size',
      format: 'number',
      unit: 'pt',
      min: 0,
      max: 1,
      default: 0.25,
    },
  },
  run: ({ pdf: { pages } }, { minWidthPoints }) =>
    pages.flatMap(({ page, thinLines }) => {
      const tooThin = thinLines.filter(({ widthPoints }) => widthPoints < minWidthPoints)
      const [thinnest] = tooThin
      if (thinnest === undefined) return []
      const count = tooThin.reduce((sum, one) => sum + one.count, 0)
      const measured = `${thinnest.widthPoints} pt`
      const message =
        `Page ${page} has ${count} ${count === 1 ? 'line' : 'lines'} thinner than ` +
        `${minWidthPoints} pt; the thinnest is ${measured}.`
      return [{ message, at: { page }, measured, expected: `at least ${minWidthPoints} pt` }]
    }),
})
