import { defineCheck } from '../check'
import { samePages } from '../same-pages'

export default defineCheck({
  title: 'All pages have the same size',
  failureTitle: 'The pages differ in size',
  why: 'Pages of different sizes in one file are often a mistake of the export, such as a cover that lost its bleed.',
  remedy: 'Check whether the sizes are meant; otherwise export all pages in one size.',
  needs: ['pdf'],
  severity: 'minor',
  settings: {
    toleranceMm: { doc: 'How far each side may be off', format: 'number', unit: 'mm', min: 0, default: 0.5 },
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
      const message = `${where}: ${what}, but page 1: ${inWords(first)}.`
      return { level: 'warn' as const, message, at: { page }, measured: what, expected: inWords(first) }
    })
  },
})
