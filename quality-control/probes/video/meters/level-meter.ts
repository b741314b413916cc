/** Levels and bars of sampled frames in 8-bit limited-range Y'CbCr 4:2:0. */
export interface LevelSample {
  /** Share of the pixels outside 16-235 (luma) or 16-240 (chroma), as ffmpeg's signalstats BRNG, 0..1. */
  outOfRange: number
  /** Share of the pixels whose luma is outside EBU R 103's 5-246, 0..1. */
  outOfR103: number
  /** Rows and columns of bars at each edge; absent when the whole frame is dark. */
  bars?: Bars
}

export interface Bars {
  top: number
  right: number
  bottom: number
  left: number
}

/**
 * Measures one frame: `width` x `height` luma, then the two quarter-size chroma planes; both numbers are
 * even.
 */
export function measureLevels(planes: Buffer, width: number, height: number): LevelSample {
  const pixels = width * height
  let outOfRange = 0
  let outOfR103 = 0
  for (let at = 0; at < pixels; at++) {
    const luma = planes[at] ?? 0
    outOfRange += lumaOut[luma] ?? 0
    outOfR103 += lumaOutOfR103[luma] ?? 0
  }
  for (let at = 0; at < pixels / 4; at++) {
    const isColourOut =
      chromaOut[planes[pixels + at] ?? 0] === 1 || chromaOut[planes[pixels + pixels / 4 + at] ?? 0] === 1
    if (isColourOut) outOfRange += pixelsInRange(planes, width, at)
  }
  return {
    outOfRange: outOfRange / pixels,
    outOfR103: outOfR103 / pixels,
    bars: barsOf(planes, width, height),
  }
}

/** 1 for each code outside. */
const outside = (low: number, high: number) =>
  Uint8Array.from({ length: 256 }, (_, code) => (code < low || code > high ? 1 : 0))
const lumaOut = outside(16, 235)
const chromaOut = outside(16, 240)
const lumaOutOfR103 = outside(5, 246)

/** Of the four pixels of a chroma sample, those whose luma was not counted yet. */
function pixelsInRange(planes: Buffer, width: number, chroma: number): number {
  const half = width / 2
  const first = Math.floor(chroma / half) * 2 * width + (chroma % half) * 2
  const isOut = (at: number) => lumaOut[planes[at] ?? 0] ?? 0
  return 4 - isOut(first) - isOut(first + 1) - isOut(first + width) - isOut(first + width + 1)
}

function barsOf(planes: Buffer, width: number, height: number): Bars | undefined {
  const isDarkRow = (row: number) => isDark(planes, row * width, 1, width)
  const isDarkColumn = (column: number) => isDark(planes, column, width, height)
  const top = countFrom(height, isDarkRow)
  if (top === height) return undefined
  return {
    top,
    bottom: countFrom(height, (row) => isDarkRow(height - 1 - row)),
    left: countFrom(width, isDarkColumn),
    right: countFrom(width, (column) => isDarkColumn(width - 1 - column)),
  }
}

function countFrom(most: number, isDarkLine: (line: number) => boolean): number {
  let count = 0
  while (count < most && isDarkLine(count)) count++
  return count
}

/** Black that grading or a conversion has raised: a flat line of it is a bar, a dark scene has detail. */
const raisedBlack = 36
const maxFlatRange = 8

/** A mean of at most 24, as in ffmpeg's cropdetect, and nothing bright: a thin line of a title is no bar. */
function isDark(planes: Buffer, start: number, step: number, count: number): boolean {
  let sum = 0
  let [lowest, highest] = [255, 0]
  for (let index = 0; index < count; index++) {
    const luma = planes[start + index * step] ?? 0
    if (luma > 64) return false
    sum += luma
    if (luma < lowest) lowest = luma
    if (luma > highest) highest = luma
  }
  return sum <= count * 24 || (sum <= count * raisedBlack && highest - lowest <= maxFlatRange)
}
