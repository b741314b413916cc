import type { PdfInk } from '../../checks/facts/pdf'
import type { CmykPicture } from './cmyk-tiff'
import type { ShownBox } from './shown-box'

/** The maximum is judged on spots of this size, so that a speck or the seam between two colours makes none. */
const spotMm = 1
const firstStep = 200
const stepPercent = 10
const steps = 20
/** Eight bits an ink: what is drawn with exactly 300 % may come out a hair above. */
const roundingPercent = 2
const levelsPerPercent = 255 / 100
const inkedPercent = 2
const mostLevels = 4 * 255

/** Total area coverage inside `area` (fractions of the picture): the sum of the four inks, pixel by pixel and averaged over spots of 1 mm². */
export function measureInk(picture: CmykPicture, area: ShownBox, pixelsPerInch: number): PdfInk {
  const side = Math.max(1, Math.round((spotMm / 25.4) * pixelsPerInch))
  const [left, right] = [Math.round(area.x * picture.width), Math.round((area.x + area.width) * picture.width)]
  const [top, bottom] = [Math.round(area.y * picture.height), Math.round((area.y + area.height) * picture.height)]
  const pixelsByLevel = new Uint32Array(mostLevels + 1)
  const spots = new Uint32Array(Math.ceil((right - left) / side))
  let best = { level: 0, x: left, y: top }
  for (let y = top; y < bottom; y++) {
    addRow(picture.row(y), { left, right, side }, spots, pixelsByLevel)
    if ((y - top) % side !== side - 1) continue
    const column = highest(spots)
    const level = spots[column] ?? 0
    if (level > best.level) best = { level, x: left + column * side, y: y - side + 1 }
    spots.fill(0)
  }
  const maximum = best.level / (side * side) / levelsPerPercent
  const at = { x: best.x / picture.width, y: best.y / picture.height, width: side / picture.width, height: side / picture.height }
  const pixelSquareMm = (25.4 / pixelsPerInch) ** 2
  const pixelsAbove = (percent: number) => pixelsByLevel.subarray(Math.ceil(percent * levelsPerPercent)).reduce((sum, one) => sum + one, 0)
  return {
    maximumPercent: Math.round(maximum),
    ...(maximum > inkedPercent ? { at } : {}),
    areaAboveSquareMm: Array.from({ length: steps }, (_, step) => {
      return Math.round(pixelsAbove(firstStep + step * stepPercent + roundingPercent) * pixelSquareMm * 10) / 10
    }),
    inkedShare: pixelsAbove(inkedPercent) / Math.max(1, (right - left) * (bottom - top)),
  }
}

interface Span {
  left: number
  right: number
  side: number
}

/** Adds the inks of each pixel of a row to its spot and to the histogram. */
function addRow(row: Buffer, { left, right, side }: Span, spots: Uint32Array, pixelsByLevel: Uint32Array): void {
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

function highest(spots: Uint32Array): number {
  let highestAt = 0
  for (let at = 1; at < spots.length; at++) if ((spots[at] ?? 0) > (spots[highestAt] ?? 0)) highestAt = at
  return highestAt
}
