import { defineCheck } from '../check'

export default defineCheck({
  title: 'No line is too thin to print',
  failureTitle: 'Lines are too thin to print',
  why: 'Very thin lines break up or vanish on the press, though they look fine on the screen.',
  remedy: 'Give lines a width of at least a quarter of a point, more where they are not in solid black.',
  needs: ['pdf'],
  severity: 'minor',
  settings: {
    minWidthPoints: {
      doc: 'Thinnest accepted line, at its final size',
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
      const message = `Page ${page} has ${count} ${count === 1 ? 'line' : 'lines'} thinner than ${minWidthPoints} pt; the thinnest has ${measured}.`
      return [{ message, at: { page }, measured, expected: `at least ${minWidthPoints} pt` }]
    }),
})
