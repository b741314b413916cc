import { defineCheck, notApplicable } from '../check'
import { samePages } from '../same-pages'

const namedMm: Record<string, [number, number]> = {
  A0: [841, 1189],
  A1: [594, 841],
  A2: [420, 594],
  A3: [297, 420],
  A4: [210, 297],
  A5: [148, 210],
  A6: [105, 148],
  DL: [99, 210],
  Letter: [215.9, 279.4],
  Tabloid: [279.4, 431.8],
}

export default defineCheck({
  title: 'Page size is as ordered',
  failureTitle: 'Page size is wrong',
  why: 'A page of another size is scaled or cropped when it is placed, and no longer fits its space.',
  remedy: 'Set up the document in the ordered size, without bleed and marks, and export it again.',
  source: 'ISO 216 for the A formats; the order sets the size, with half a millimetre of tolerance',
  needs: ['pdf'],
  severity: 'major',
  settings: {
    formats: {
      doc: 'Accepted trim sizes by name, or as width x height in millimetres',
      format: 'strings',
      unit: 'mm',
      shape: {
        pattern: 'A[0-6]|DL|Letter|Tabloid|[1-9]\\d*(\\.\\d+)?x[1-9]\\d*(\\.\\d+)?',
        examples: 'A4, Letter or 210x297',
      },
      default: [],
    },
    toleranceMm: {
      doc: 'Accepted deviation of each side',
      format: 'number',
      unit: 'mm',
      min: 0,
      default: 0.5,
    },
    isTurnedAccepted: { doc: 'Pages rotated by 90° are accepted', format: 'boolean', default: false },
  },
  run: ({ pdf: { pages } }, { formats, toleranceMm, isTurnedAccepted }) => {
    if (formats.length === 0) return notApplicable('The profile sets no page size.')
    const sizes = formats.map(sizeOf)
    const accepted = isTurnedAccepted
      ? [...sizes, ...sizes.map(([width, height]): [number, number] => [height, width])]
      : sizes
    const wrong = pages.flatMap(({ page, boxes: { trim }, rotationDegrees }) => {
      const sides = [trim.right - trim.left, trim.top - trim.bottom].map((points) => (points * 25.4) / 72)
      const [width = 0, height = 0] = rotationDegrees % 180 === 0 ? sides : [...sides].reverse()
      const isClose = (one: number, other: number) => Math.abs(one - other) <= toleranceMm + 0.005
      if (accepted.some(([wide, high]) => isClose(width, wide) && isClose(height, high))) return []
      return [{ page, what: `${width.toFixed(1)} × ${height.toFixed(1)} mm` }]
    })
    return samePages(wrong).map(({ what, where, page }) => {
      const message = `${where}: trim size ${what}; expected ${formats.join(' or ')}.`
      return { message, at: { page }, measured: what, expected: formats.join(', ') }
    })
  },
})

function sizeOf(format: string): [number, number] {
  const [width = 0, height = 0] = format.split('x').map(Number)
  return namedMm[format] ?? [width, height]
}
