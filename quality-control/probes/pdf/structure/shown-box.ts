import type { TreePage } from './page-tree'

export interface ShownBox {
  x: number
  y: number
  width: number
  height: number
}

/**
 * The bounding box of points of the page, in fractions of the media box from its top left corner, in the
 * shown orientation, cut at the page's edge. Undefined when nothing of it is on the page.
 */
export function shownBox(
  { boxes: { media }, rotationDegrees }: Pick<TreePage, 'boxes' | 'rotationDegrees'>,
  points: readonly (readonly [number, number])[],
): ShownBox | undefined {
  const width = Math.max(media.right - media.left, 1e-6)
  const height = Math.max(media.top - media.bottom, 1e-6)
  const turned = points.map(([px, py]): [number, number] => {
    const x = (px - media.left) / width
    const y = (media.top - py) / height
    if (rotationDegrees === 90) return [1 - y, x]
    if (rotationDegrees === 180) return [1 - x, 1 - y]
    return rotationDegrees === 270 ? [y, 1 - x] : [x, y]
  })
  if (!turned.flat().every(Number.isFinite)) return undefined
  const clamp = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * 10_000) / 10_000
  const [left, right] = [
    clamp(Math.min(...turned.map(([x]) => x))),
    clamp(Math.max(...turned.map(([x]) => x))),
  ]
  const [top, bottom] = [
    clamp(Math.min(...turned.map(([, y]) => y))),
    clamp(Math.max(...turned.map(([, y]) => y))),
  ]
  if (right <= left || bottom <= top) return undefined
  return { x: left, y: top, width: right - left, height: bottom - top }
}
