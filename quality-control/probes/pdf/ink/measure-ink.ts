import type { PdfInk } from '../../../facts/pdf'
import type { CmykImage } from './cmyk-tiff'
import type { ShownBox } from '../structure/shown-box'

/**
 * The maximum is taken over spots of this size, so that a speck or a seam between two colours does not
 * count.
 */
const spotMm = 1
const firstStep = 200
const stepPercent = 10
const steps = 20
/** Eight bits per ink: exactly 300 % may measure slightly above. */
const roundingPercent = 2
const levelsPerPercent = 255 / 100
const inkedPercent = 2
const maxLevels = 4 * 255

/**
 * Total area coverage inside `area` (fractions of the image): the sum of the four inks, pixel by pixel and
 * averaged over spots of 1 mm².
 */
export function measureInk(image: CmykImage, area: ShownBox, pixelsPerInch: number): PdfInk {
  const side = Math.max(1, Math.round((spotMm / 25.4) * pixelsPerInch))
  const [left, right] = [Math.round(area.x * image.width), Math.round((area.x + area.width) * image.width)]
  const [top, bottom] = [Math.round(area.y * image.height), Math.round((area.y + area.height) * image.height)]
  const pixelsByLevel = new Uint32Array(maxLevels + 1)
  const spots = new Uint32Array(Math.ceil((right - left) / side))
  const extents = new Map<number, Extent>()
  const levelsPerSpot = side * side * levelsPerPercent
  let highest = 0
  for (let y = top; y < bottom; y++) {
    addRow(image.row(y), { left, right, side }, spots, pixelsByLevel)
    if ((y - top) % side !== side - 1) continue
    for (let column = 0; column < spots.length; column++) {
      const level = spots[column] ?? 0
      if (level > highest) highest = level
      const step = Math.floor((level / levelsPerSpot - roundingPercent - firstStep) / stepPercent)
      if (step >= 0)
        widen(extents, Math.min(step, steps - 1), {
          left: left + column * side,
          top: y - side + 1,
          right: left + (column + 1) * side,
          bottom: y + 1,
        })
    }
    spots.fill(0)
  }
  const pixelsAbove = (percent: number) =>
    pixelsByLevel.subarray(Math.ceil(percent * levelsPerPercent)).reduce((sum, one) => sum + one, 0)
  return {
    maximumPercent: Math.round(highest / levelsPerSpot),
    above: stepsAbove(image, extents, (percent) => pixelsAbove(percent) * (25.4 / pixelsPerInch) ** 2),
    inkedShare: pixelsAbove(inkedPercent) / Math.max(1, (right - left) * (bottom - top)),
  }
}

interface Extent {
  left: number
  top: number
  right: number
  bottom: number
}

function widen(extents: Map<number, Extent>, step: number, { left, top, right, bottom }: Extent): void {
  const extent = extents.get(step)
  if (extent === undefined) extents.set(step, { left, top, right, bottom })
  else {
    extent.left = Math.min(extent.left, left)
    extent.top = Math.min(extent.top, top)
    extent.right = Math.max(extent.right, right)
    extent.bottom = Math.max(extent.bottom, bottom)
  }
}

/** From the highest step down: an area above one step is also above the lower steps. */
function stepsAbove(
  { width, height }: CmykImage,
  extents: Map<number, Extent>,
  squareMmAbove: (percent: number) => number,
): PdfInk['above'] {
  const above: PdfInk['above'] = []
  const union = new Map<number, Extent>()
  for (let step = steps - 1; step >= 0; step--) {
    const own = extents.get(step)
    if (own !== undefined) widen(union, 0, own)
    const percent = firstStep + step * stepPercent
    const squareMm = Math.round(squareMmAbove(percent + roundingPercent) * 10) / 10
    const extent = union.get(0)
    const box = extent && {
      x: extent.left / width,
      y: extent.top / height,
      width: (extent.right - extent.left) / width,
      height: (extent.bottom - extent.top) / height,
    }
    if (squareMm > 0) above.unshift({ percent, squareMm, ...(box ? { box } : {}) })
  }
  return above
}

interface Span {
  left: number
  right: number
  side: number
}

/** Adds the inks of each pixel of a row to its spot and to the histogram. */
function addRow(
  row: Buffer,
  { left, right, side }: Span,
  spots: Uint32Array,
  pixelsByLevel: Uint32Array,
): void {
  let spot = 0
  let inSpot = 0
  for (let at = left * 4; at < right * 4; at += 4) {
    const level = (row[at] ?? 0) + (row[at + 1] ?? 0) + (row[at + 2] ?? 0) + (row[at + 3] ?? 0)
    pixelsByLevel[level] = (pixelsByLevel[level] ?? 0) + 1
    spots[spot] = (spots[spot] ?? 0) + level
    if (++inSpot === side) {
      inSpot = 0
      spot++
    }
  }
}
