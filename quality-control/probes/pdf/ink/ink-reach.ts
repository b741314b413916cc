import type { PdfInkReach } from '../../../facts/pdf'
import type { ShownBox } from '../structure/shown-box'
import type { CmykImage } from './cmyk-tiff'

/** Ink that ends early on a shorter stretch of the edge is a detail, not the background. */
const minStretchMm = 3
const maxReachMm = 10
/** 2 %: less is rounding of the paper's white. */
const inkedLevel = 6

/**
 * How far the ink that touches an edge of the trim goes on beyond it: for each side, the least over any
 * stretch of 3 mm, at most 10 mm. A side that no ink touches is absent. `trim` is in fractions of the image.
 */
export function inkReach(image: CmykImage, trim: ShownBox, pixelsPerInch: number): PdfInkReach {
  const left = Math.ceil(trim.x * image.width)
  const right = Math.floor((trim.x + trim.width) * image.width) - 1
  const top = Math.ceil(trim.y * image.height)
  const bottom = Math.floor((trim.y + trim.height) * image.height) - 1
  const pixelMm = 25.4 / pixelsPerInch
  const limits = {
    stretch: Math.max(2, Math.round(minStretchMm / pixelMm)),
    reach: Math.round(maxReachMm / pixelMm),
  }
  const across = (x: number, step: number) => (y: number) =>
    reachFrom(image, { x, y }, [step, 0], limits.reach)
  const along = (y: number, step: number) => (x: number) =>
    reachFrom(image, { x, y }, [0, step], limits.reach)
  const sides = {
    left: leastOf(top, bottom, limits.stretch, across(left, -1)),
    right: leastOf(top, bottom, limits.stretch, across(right, 1)),
    top: leastOf(left, right, limits.stretch, along(top, -1)),
    bottom: leastOf(left, right, limits.stretch, along(bottom, 1)),
  }
  return Object.fromEntries(
    Object.entries(sides).flatMap(([side, pixels]) =>
      pixels === undefined ? [] : [[side, Math.round(pixels * pixelMm * 10) / 10]],
    ),
  )
}

/** Pixels with ink in a row from here outwards, this one not counted; undefined when it has none itself. */
function reachFrom(
  image: CmykImage,
  { x, y }: { x: number; y: number },
  [stepX, stepY]: readonly [number, number],
  limit: number,
): number | undefined {
  if (!isInked(image, x, y)) return undefined
  let pixels = 0
  while (pixels < limit && isInked(image, x + stepX * (pixels + 1), y + stepY * (pixels + 1))) pixels++
  return pixels
}

/** The least reach that a whole stretch of the edge does not exceed. */
function leastOf(
  from: number,
  to: number,
  stretch: number,
  reachAt: (position: number) => number | undefined,
): number | undefined {
  const recent: number[] = []
  let least: number | undefined
  for (let position = from; position <= to; position++) {
    const reach = reachAt(position)
    if (reach === undefined) recent.length = 0
    else recent.push(reach)
    if (recent.length > stretch) recent.shift()
    if (recent.length === stretch) least = Math.min(least ?? Infinity, Math.max(...recent))
  }
  return least
}

function isInked({ width, height, row }: CmykImage, x: number, y: number): boolean {
  if (x < 0 || y < 0 || x >= width || y >= height) return false
  const pixels = row(y)
  const at = x * 4
  return (
    (pixels[at] ?? 0) + (pixels[at + 1] ?? 0) + (pixels[at + 2] ?? 0) + (pixels[at + 3] ?? 0) >= inkedLevel
  )
}
