import { defineCheck } from '../check'

export default defineCheck({
  title: 'Ink coverage is within the limit',
  failureTitle: 'Ink coverage is too high',
  why: 'Too much ink does not dry. It smears, marks the next sheet and makes the paper curl.',
  remedy:
    'Convert the colours with the profile of the printing condition, which limits the ink, and lighten ' +
    'rich blacks.',
  source:
    'ISO 12647-2 (coated 300 %), ISO 12647-3 (newspaper 240 %); no standard for the area: mean over ' +
    'spots of 1 mm², 10 mm² leave out edges and single dots',
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
  run: ({ pdf: { pages, inkGaps } }, { maxPercent, maxIgnoredSquareMm }) => {
    const unmeasured = inkGaps.map((message) => ({ level: 'warn' as const, message }))
    const over = pages.flatMap(({ page, ink }) => {
      const above = ink?.above.find(({ percent }) => percent >= maxPercent)
      if (ink === undefined || above === undefined || above.squareMm <= maxIgnoredSquareMm) return []
      const message =
        `Page ${page}: ink coverage of more than ${above.percent} % on ${Math.round(above.squareMm)} mm², ` +
        `up to ${ink.maximumPercent} %.`
      return [
        {
          message,
          at: { page, box: above.box },
          measured: `${ink.maximumPercent} %`,
          expected: `at most ${maxPercent} %`,
        },
      ]
    })
    return [...over, ...unmeasured]
  },
})
