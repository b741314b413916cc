import { defineCheck } from '../check'
import { samePages } from '../same-pages'

export default defineCheck({
  title: 'The pages have enough bleed',
  failureTitle: 'A page has too little bleed',
  why: 'Paper is never cut exactly on the line: without artwork beyond it, a white edge shows.',
  remedy:
    'Extend the artwork beyond the edge of the page and export with bleed, so that the PDF states its trim and bleed boxes.',
  source: 'ISO 15930; ISO 32000-1, 14.11.2',
  needs: ['pdf'],
  severity: 'major',
  settings: {
    minBleedMm: { doc: 'Bleed on each side', format: 'number', unit: 'mm', min: 0, default: 3 },
    toleranceMm: {
      doc: 'How much less passes as rounding',
      format: 'number',
      unit: 'mm',
      min: 0,
      default: 0.1,
    },
  },
  run: ({ pdf: { pages } }, { minBleedMm, toleranceMm }) => {
    const short = pages.flatMap(({ page, boxes: { trim, bleed } }) => {
      if (trim.origin === 'default') return [{ page, what: noTrimBox }]
      const sidesPoints = [
        trim.left - bleed.left,
        bleed.right - trim.right,
        trim.bottom - bleed.bottom,
        bleed.top - trim.top,
      ]
      const smallestMm = (Math.min(...sidesPoints) * 25.4) / 72
      return smallestMm >= minBleedMm - toleranceMm
        ? []
        : [{ page, what: `${Math.max(0, smallestMm).toFixed(1)} mm` }]
    })
    return samePages(short).map(({ what, where, page }) => {
      const fault =
        what === noTrimBox
          ? "no trim box is stated, so where it is cut and whether it has bleed can't be told"
          : `${what} of bleed on the shortest side; wanted: ${minBleedMm} mm`
      return {
        message: `${where}: ${fault}.`,
        at: { page },
        measured: what,
        expected: `${minBleedMm} mm on each side`,
      }
    })
  },
})

const noTrimBox = 'no trim box'
