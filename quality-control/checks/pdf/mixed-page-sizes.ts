import { defineCheck } from '../check'
import { samePages } from '../same-pages'

export default defineCheck({
  title: 'All pages have the same size',
  failureTitle: 'Pages differ in size',
  why: 'Pages of different sizes are often an export mistake, such as a cover that lost its bleed.',
  remedy: 'Check whether the sizes are intended. If not, export all pages in one size.',
  source: 'No standard: half a millimetre is the usual tolerance for cut paper',
  needs: ['pdf'],
  severity: 'minor',
  settings: {
    toleranceMm: {
      doc: 'Accepted difference of each side',
      format: 'number',
      unit: 'mm',
      min: 0,
      default: 0.5,
    },
  },
  run: ({ pdf: { pages } }, { toleranceMm }) => {
    const sizes = pages.map(({ page, boxes: { trim }, rotationDegrees }) => {
      const [width, height] = [trim.right - trim.left, trim.top - trim.bottom].map(
        (points) => (points * 25.4) / 72,
      )
      return rotationDegrees % 180 === 0
        ? { page, width: width ?? 0, height: height ?? 0 }
        : { page, width: height ?? 0, height: width ?? 0 }
    })
    const [first] = sizes
    if (first === undefined) return []
    const isOther = (size: typeof first) =>
      Math.abs(size.width - first.width) > toleranceMm || Math.abs(size.height - first.height) > toleranceMm
    const inWords = ({ width, height }: typeof first) => `${width.toFixed(1)} × ${height.toFixed(1)} mm`
    const others = sizes.filter(isOther).map((size) => ({ page: size.page, what: inWords(size) }))
    return samePages(others).map(({ what, where, page }) => {
      const message = `${where}: ${what}; page 1 has ${inWords(first)}.`
      return { level: 'warn' as const, message, at: { page }, measured: what, expected: inWords(first) }
    })
  },
})
