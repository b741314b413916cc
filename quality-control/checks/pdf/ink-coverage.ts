import type { PdfFacts } from '../../facts/pdf'
import { defineCheck } from '../check'

export default defineCheck({
  title: 'Ink coverage is within the limit',
  failureTitle: 'Ink coverage is too high',
  why: 'Too much ink does not dry. It smears, marks the next sheet and makes the paper curl.',
  remedy:
    'Convert the colours with the profile of the printing condition, which limits the ink, and lighten ' +
    'rich blacks.',
  source:
    'ISO 12647-2 (coated 300 %), ISO 12647-3 (newspaper ' +
    '240 %); ECI and WAN-IFRA for the limits of printing ' +
    'conditions; no standard for the area: mean over spots of 1 mm², 10 mm² leave out edges and dots',
  needs: ['pdf'],
  severity: 'major',
  settings: {
    maxPercent: {
      doc: 'Maximum sum of all inks, a multiple of 5: 300 coated, 260 uncoated, 240 newspaper',
      format: 'nat',
      unit: '%',
      min: 200,
      max: 390,
      default: 300,
    },
    followsOutputIntent: {
      doc: 'The limit of the printing condition that the PDF names counts where it is lower',
      format: 'boolean',
      default: true,
    },
    maxIgnoredSquareMm: {
      doc: 'Maximum area over the limit that still passes, per page',
      format: 'number',
      unit: 'mm²',
      min: 0,
      default: 10,
    },
  },
  run: ({ pdf }, { maxPercent: profilePercent, followsOutputIntent, maxIgnoredSquareMm }) => {
    const { pages, inkGaps } = pdf
    const intent = followsOutputIntent ? intentLimit(pdf) : undefined
    const isIntent = intent !== undefined && intent.percent < profilePercent
    const maxPercent = isIntent ? intent.percent : profilePercent
    const limit = isIntent ? ` (the limit of ${intent.condition})` : ''
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
          expected: `at most ${maxPercent} %${limit}`,
        },
      ]
    })
    return [...over, ...unmeasured]
  },
})

/** Ink limits of printing conditions, as the makers of their profiles state them; the first match counts. */
const intentLimits: [RegExp, number][] = [
  [/iso ?coated ?v2[ _]*300/i, 300],
  [/fogra ?39|iso ?coated ?v2/i, 330],
  [/fogra ?(?:51|52)|pso ?(?:un)?coated ?v3/i, 300],
  [/fogra ?(?:29|45|46|47)|pso ?(?:uncoated|lwc)/i, 300],
  [/fogra ?41|pso ?mfc/i, 280],
  [/fogra ?40|sc ?paper/i, 270],
  [/fogra ?42|pso ?snp/i, 260],
  [/ifra ?2[26]|newspaper ?26/i, 240],
  [/swop|cgats ?tr ?00[135]/i, 300],
]

function intentLimit({ outputIntents }: PdfFacts): { percent: number; condition: string } | undefined {
  for (const { subtype, condition } of outputIntents) {
    const percent = intentLimits.find(([name]) => name.test(condition))?.[1]
    if (subtype === 'GTS_PDFX' && percent !== undefined) return { percent, condition }
  }
  return undefined
}
