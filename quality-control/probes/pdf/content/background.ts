import type { Bounds, Point } from './bounds'
import { isInside } from './bounds'

const maxAreas = 1000
const maxLookups = 20_000
/** Smaller areas are parts of a drawing, not the background of a text. */
const minSquarePoints = 100

/** The rectangles and images painted so far, to know what is under a text. */
export class Background {
  private readonly areas: { bounds: Bounds; isColoured: boolean }[] = []
  private lookups = 0

  /** `isColoured`: with inks other than black. White and grey areas hide what they cover. */
  add(bounds: Bounds, isColoured: boolean): void {
    const { left, bottom, right, top } = bounds
    if ((right - left) * (top - bottom) < minSquarePoints) return
    if (this.areas.length >= maxAreas) this.areas.shift()
    this.areas.push({ bounds, isColoured })
  }

  /** Whether the uppermost area at this point is coloured; false on bare paper. */
  isColouredAt(point: Point): boolean {
    if (++this.lookups > maxLookups) return false
    return this.areas.findLast(({ bounds }) => isInside(point, bounds))?.isColoured ?? false
  }
}
