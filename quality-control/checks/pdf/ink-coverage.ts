import { defineCheck } from '../check'

export default defineCheck({
  title: 'The ink coverage stays within the limit',
  failureTitle: 'There is too much ink in places',
  why: 'Too much ink does not dry: it smears, sets off on the next sheet and lets the paper curl.',
  remedy:
    'Convert the colours with a profile of the printing condition, whose ink limit then holds, and lighten rich blacks made by hand.',
  source: 'ISO 12647-2 (coated 300 %), 12647-3 (newspaper 240 %)',
  needs: ['pdf'],
  severity: 'major',
  settings: {
    maxPercent: {
      doc: 'Highest sum of all inks, a multiple of 10: 300 coated, 260 uncoated, 240 newspaper',
      format: 'nat',
      unit: '%',
      min: 200,
      max: 390,
      default: 300,
    },
    maxIgnoredSquareMm: {
      doc: 'Smaller places over the limit pass, a page',
      format: 'number',
      unit: 'mm²',
      min: 0,
      default: 10,
    },
  },
  run: ({ pdf: { pages } }, { maxPercent, maxIgnoredSquareMm }) =>
    pages.flatMap(({ page, ink }) => {
      const over = ink?.above.find(({ percent }) => percent >= maxPercent)
      if (ink === undefined || over === undefined || over.squareMm <= maxIgnoredSquareMm) return []
      const message = `Page ${page} has up to ${ink.maximumPercent} % ink, and more than ${over.percent} % on ${Math.round(over.squareMm)} mm².`
      return [
        {
          message,
          at: { page, box: over.box },
          measured: `${ink.maximumPercent} %`,
          expected: `at most ${maxPercent} %`,
        },
      ]
    }),
})
