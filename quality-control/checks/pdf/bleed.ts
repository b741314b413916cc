import type { PdfInkReach, PdfPage } from '../../facts/pdf'
import { defineCheck } from '../check'
import { samePages } from '../same-pages'

export default defineCheck({
  title: 'Pages have enough bleed',
  failureTitle: 'Pages have too little bleed',
  why: 'Paper is never cut exactly on the line. Without artwork beyond the edge, a white border shows.',
  remedy:
    'Extend the artwork beyond the page edge and export with bleed, so that the PDF states its trim ' +
    'and bleed boxes.',
  source: 'ISO 15930 (PDF/X); ISO 32000-1, 14.11.2; 3 mm is the printers’ common rule',
  needs: ['pdf'],
  severity: 'major',
  settings: {
    minBleedMm: { doc: 'Minimum bleed on each side', format: 'number', unit: 'mm', min: 0, default: 3 },
    toleranceMm: {
      doc: 'Accepted shortfall, for rounding',
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
    const ends = pages.flatMap((page) => endsEarly(page, minBleedMm))
    const boxFaults = samePages(short).map(({ what, where, page }) => {
      const fault =
        what === noTrimBox
          ? 'the file states no trim box, so the bleed cannot be measured'
          : `${what} of bleed on the shortest side; expected ${minBleedMm} mm`
      return {
        message: `${where}: ${fault}.`,
        at: { page },
        measured: what,
        expected: `${minBleedMm} mm on each side`,
      }
    })
    const inkFaults = samePages(ends).map(({ what, where, page }) => ({
      level: 'warn' as const,
      message:
        `${where}: the artwork touches the edge of the ` +
        `page, but ends ${what}; expected ${minBleedMm} mm.`,
      at: { page },
      measured: what,
      expected: `artwork up to ${minBleedMm} mm beyond the edge`,
    }))
    return [...boxFaults, ...inkFaults]
  },
})

const noTrimBox = 'no trim box'
/** Two pixels of the rendered page. */
const renderingMm = 0.8

/** A box with bleed says nothing about the artwork: white paper shows where it ends at the trim. */
function endsEarly({ page, ink }: PdfPage, minBleedMm: number): { page: number; what: string }[] {
  const reach: PdfInkReach = ink?.reachMm ?? {}
  return Object.entries(reach)
    .filter(([, reachMm]) => reachMm < minBleedMm - renderingMm)
    .map(([side, reachMm]) => ({ page, what: `${reachMm.toFixed(1)} mm beyond it (${side})` }))
}
