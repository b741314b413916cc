import type { PdfInk } from '../../../facts/pdf'
import type { CmykImage } from './cmyk-tiff'
import type { ShownBox } from '../structure/shown-box'

/**
 * The maximum is taken over spots of this size, so that a speck or a seam between two colours does not
 * count.
 */
const spotMm = 1
const firstStep = 200
const stepPercent = 5
const steps = 40
/** Eight bits per ink: exactly 300 % may measure slightly above. */
const roundingPercent = 2
const levelsPerPercent = 255 / 100
/** 2 %: less is rounding of the paper's white. */
const inkedLevel = Math.ceil(2 * levelsPerPercent)

/**
 * Total area coverage inside `area` (fractions of the image): the sum of the four inks, averaged over spots
 * of 1 mm². Maximum and areas are both counted in spots, so they never contradict each other.
 */
export function measureInk(image: CmykImage, area: ShownBox, pixelsPerInch: number): PdfInk {
  const side = Math.max(1, Math.round((spotMm / 25.4) * pixelsPerInch))
  const [left, right] = [Math.round(area.x * image.width), Math.round((area.x + area.width) * image.width)]
  const [top, bottom] = [Math.round(area.y * image.height), Math.round((area.y + area.height) * image.height)]
  let inkedPixels = 0
  const spots = new Uint32Array(Math.ceil((right - left) / side))
  const extents = new Map<number, Extent>()
  const levelsPerSpot = side * side * levelsPerPercent
  let highest = 0
  for (let y = top; y < bottom; y++) {
    inkedPixels += addRow(image.row(y), { left, right, side }, spots)
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
          spots: 1,
        })
    }
    spots.fill(0)
  }
  const spotSquareMm = ((side * 25.4) / pixelsPerInch) ** 2
  return {
    maximumPercent: Math.round(highest / levelsPerSpot),
    above: stepsAbove(image, extents, spotSquareMm),
    inkedShare: inkedPixels / Math.max(1, (right - left) * (bottom - top)),
  }
}

interface Extent {
  left: number
  top: number
  right: number
  bottom: number
  spots: number
}

function widen(
  extents: Map<number, Extent>,
  step: number,
  { left, top, right, bottom, spots }: Extent,
): void {
  const extent = extents.get(step)
  if (extent === undefined) extents.set(step, { left, top, right, bottom, spots })
  else {
    extent.left = Math.min(extent.left, left)
    extent.top = Math.min(extent.top, top)
    extent.right = Math.max(extent.right, right)
    extent.bottom = Math.max(extent.bottom, bottom)
    extent.spots += spots
  }
}

/** From the highest step down: an area above one step is also above the lower steps. */
function stepsAbove(
  { width, height }: CmykImage,
  extents: Map<number, Extent>,
  spotSquareMm: number,
): PdfInk['above'] {
  const above: PdfInk['above'] = []
  const union = new Map<number, Extent>()
  for (let step = steps - 1; step >= 0; step--) {
    const own = extents.get(step)
    if (own !== undefined) widen(union, 0, own)
    const percent = firstStep + step * stepPercent
    const extent = union.get(0)
    const squareMm = Math.round((extent?.spots ?? 0) * spotSquareMm * 10) / 10
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

/** Adds the inks of each pixel of a row to its spot. Returns how many pixels have ink. */
function addRow(row: Buffer, { left, right, side }: Span, spots: Uint32Array): number {
  let inkedPixels = 0
  let spot = 0
  let inSpot = 0
  for (let at = left * 4; at < right * 4; at += 4) {
    const level = (row[at] ?? 0) + (row[at + 1] ?? 0) + (row[at + 2] ?? 0) + (row[at + 3] ?? 0)
    if (level >= inkedLevel) inkedPixels++
    spots[spot] = (spots[spot] ?? 0) + level
    if (++inSpot === side) {
      inSpot = 0
      spot++
    }
  }
  return inkedPixels
}
