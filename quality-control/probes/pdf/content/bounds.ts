import type { PdfBox } from '../../../facts/pdf'

/** A rectangle on the page, in points with the page's UserUnit applied. */
export type Bounds = Pick<PdfBox, 'left' | 'bottom' | 'right' | 'top'>
export type Point = readonly [number, number]
/** a b c d e f of ISO 32000-1, 8.3.3: maps user space to points on the page. */
export type Matrix = readonly [number, number, number, number, number, number]

/** The clip that leaves nothing. */
const nowhere: Bounds = { left: Infinity, bottom: Infinity, right: -Infinity, top: -Infinity }

/** What two clips leave together. */
export function clippedTwice(bounds: Bounds, clip: Bounds | undefined): Bounds {
  return clipped(bounds, clip) ?? nowhere
}

export function grown({ left, bottom, right, top }: Bounds, margin: number): Bounds {
  return { left: left - margin, bottom: bottom - margin, right: right + margin, top: top + margin }
}

export function boundsOf(points: readonly Point[]): Bounds {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  return { left: Math.min(...xs), bottom: Math.min(...ys), right: Math.max(...xs), top: Math.max(...ys) }
}

/** The part of `inner` that a clip leaves; undefined when it leaves nothing. No clip leaves all. */
export function clipped(inner: Bounds, clip: Bounds | undefined): Bounds | undefined {
  if (clip === undefined) return inner
  const common = {
    left: Math.max(inner.left, clip.left),
    bottom: Math.max(inner.bottom, clip.bottom),
    right: Math.min(inner.right, clip.right),
    top: Math.min(inner.top, clip.top),
  }
  return common.left > common.right || common.bottom > common.top ? undefined : common
}

export function isInside([x, y]: Point, { left, bottom, right, top }: Bounds): boolean {
  return x >= left && x <= right && y >= bottom && y <= top
}

function placed([x, y]: Point, [a, b, c, d, e, f]: Matrix): Point {
  return [a * x + c * y + e, b * x + d * y + f]
}

/** The corners of a rectangle of user space, on the page. */
export function cornersOf({ left, bottom, right, top }: Bounds, matrix: Matrix): Point[] {
  const corners: Point[] = [
    [left, bottom],
    [right, bottom],
    [left, top],
    [right, top],
  ]
  return corners.map((corner) => placed(corner, matrix))
}
