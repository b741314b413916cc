import { defineCheck } from '../check'

export default defineCheck({
  title: 'All pages have the same size',
  failureTitle: 'The pages differ in size',
  why: 'Pages of different sizes in one file are often a mistake of the export, such as a cover that lost its bleed.',
  remedy: 'Check whether the sizes are meant; otherwise export all pages in one size.',
  needs: ['pdf'],
  severity: 'minor',
  settings: { toleranceMm: { doc: 'How far each side may be off', format: 'number', unit: 'mm', min: 0, default: 0.5 } },
  run: ({ pdf: { pages } }, { toleranceMm }) => {
    const sizes = pages.map(({ page, boxes: { trim }, rotationDegrees }) => {
      const [width, height] = [trim.right - trim.left, trim.top - trim.bottom].map((points) => (points * 25.4) / 72)
      return rotationDegrees % 180 === 0
        ? { page, width: width ?? 0, height: height ?? 0 }
        : { page, width: height ?? 0, height: width ?? 0 }
    })
    const [first] = sizes
    if (first === undefined) return []
    return sizes.flatMap(({ page, width, height }) => {
      if (Math.abs(width - first.width) <= toleranceMm && Math.abs(height - first.height) <= toleranceMm) return []
      const [measured, expected] = [{ width, height }, first].map((size) => `${size.width.toFixed(1)} × ${size.height.toFixed(1)} mm`)
      return [
        {
          level: 'warn' as const,
          message: `Page ${page} is ${measured ?? ''}, page 1 is ${expected ?? ''}.`,
          at: { page },
          measured,
          expected,
        },
      ]
    })
  },
})
