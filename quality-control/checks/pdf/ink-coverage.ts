import { defineCheck } from '../check'

export default defineCheck({
  title: 'Ink coverage is within the limit',
  failureTitle: 'Ink coverage is too high',
  why: 'Too much ink does not dry. It smears, marks the next sheet and makes the paper curl.',
  remedy:
    'Convert the colours with the profile of the printing condition, which limits the ink, and lighten ' +
    'rich blacks.',
  source:
    'ISO 12647-2 (coated 300 %), ISO 12647-3 (newspaper 240 %); no standard for the area: 10 mm² ' +
    'leaves out edges and single dots',
  needs: ['pdf'],
  severity: 'major',
  settings: {
    maxPercent: {
      doc: 'Maximum sum of all inks, a multiple of 10: 300 coated, 260 uncoated, 240 newspaper',
      format: 'nat',
      unit: '%',
      min: 200,
      max: 390,
      default: 300,
    },
    maxIgnoredSquareMm: {
      doc: 'Maximum area over the limit that still passes, per page',
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
      const message =
        `Page ${page} has up to ${ink.maximumPercent} % ink, and more than ` +
        `${over.percent} % on ${Math.round(over.squareMm)} mm².`
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
