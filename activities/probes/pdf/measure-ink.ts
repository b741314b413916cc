import type { PdfInk } from '../../checks/facts/pdf'
import type { CmykPicture } from './cmyk-tiff'
import type { ShownBox } from './shown-box'

/** Coverage is judged on spots of this size, so that a speck or the seam between two colours is no finding. */
export const spotMm = 1
const firstStep = 200
const stepPercent = 10
const steps = 20
/** Eight bits an ink: what is drawn with exactly 300 % may come out a hair above. */
const roundingPercent = 2
const percentPerLevel = 100 / 255
const inkedPercent = 2

/** Total area coverage inside `area` (fractions of the picture): sums of the four inks, averaged over spots of 1 mm². */
export function measureInk(picture: CmykPicture, area: ShownBox, pixelsPerInch: number): PdfInk {
  const side = Math.max(1, Math.round((spotMm / 25.4) * pixelsPerInch))
  const [left, right] = [Math.round(area.x * picture.width), Math.round((area.x + area.width) * picture.width)]
  const [top, bottom] = [Math.round(area.y * picture.height), Math.round((area.y + area.height) * picture.height)]
  const columns = Math.max(0, Math.floor((right - left) / side))
  const spotAreaMm = ((side * 25.4) / pixelsPerInch) ** 2
  const above = new Array<number>(steps).fill(0)
  let [maximum, maximumColumn, maximumTop, inked, spots] = [0, 0, 0, 0, 0]
  for (let y = top; y + side <= bottom; y += side) {
    const sums = rowOfSpots(picture, { left, y, side, columns })
    for (let column = 0; column < columns; column++) {
      const percent = ((sums[column] ?? 0) / (side * side)) * percentPerLevel
      spots++
      if (percent > inkedPercent) inked++
      if (percent > maximum) [maximum, maximumColumn, maximumTop] = [percent, column, y]
      const reached = Math.min(steps, Math.ceil((percent - roundingPercent - firstStep) / stepPercent))
      for (let step = 0; step < reached; step++) above[step] = (above[step] ?? 0) + spotAreaMm
    }
  }
  const at = {
    x: (left + maximumColumn * side) / picture.width,
    y: maximumTop / picture.height,
    width: side / picture.width,
    height: side / picture.height,
  }
  return {
    maximumPercent: Math.round(maximum),
    ...(maximum > inkedPercent ? { at } : {}),
    areaAboveSquareMm: above.map((squareMm) => Math.round(squareMm * 10) / 10),
    inkedShare: spots === 0 ? 0 : inked / spots,
  }
}

function rowOfSpots(
  picture: CmykPicture,
  { left, y, side, columns }: { left: number; y: number; side: number; columns: number },
): Float64Array {
  const sums = new Float64Array(columns)
  for (let line = 0; line < side; line++) {
    const row = picture.row(y + line)
    let at = left * 4
    for (let column = 0; column < columns; column++) {
      let sum = 0
      for (const end = at + side * 4; at < end; at++) sum += row[at] ?? 0
      sums[column] = (sums[column] ?? 0) + sum
    }
  }
  return sums
}
