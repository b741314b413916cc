/** Levels and bars of sampled frames in 8-bit limited-range Y'CbCr 4:2:0. */
export interface LevelSample {
  /** Share of the pixels outside 16-235 (luma) or 16-240 (chroma), as ffmpeg's signalstats BRNG, 0..1. */
  outOfRange: number
  /** Share of the pixels with luma, red, green or blue outside EBU R 103's 5-246, 0..1. */
  outOfR103: number
  /** Rows and columns of bars at each edge; absent when the whole frame is dark. */
  bars?: Bars
  /** How much of the picture's edge is brighter than the bar, at each bar, 0..1. */
  steps?: Bars
}

export interface Bars {
  top: number
  right: number
  bottom: number
  left: number
}

/** `matrix` is ffmpeg's name; BT.709 without one. */
export interface LevelFrame {
  width: number
  height: number
  matrix?: string
}

/**
 * Measures one frame: `width` x `height` luma, then the two quarter-size chroma planes; both numbers are
 * even.
 */
export function measureLevels(planes: Buffer, { width, height, matrix }: LevelFrame): LevelSample {
  const pixels = width * height
  const parts = matrices[matrix ?? ''] ?? bt709
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
    if (isColourOut) outOfRange += pixelsInRange(planes, width, at, lumaOut)
    if (isGamutOut(planes, width, pixels, at, parts))
      outOfR103 += pixelsInRange(planes, width, at, lumaOutOfR103)
  }
  const bars = barsOf(planes, width, height)
  return {
    outOfRange: outOfRange / pixels,
    outOfR103: outOfR103 / pixels,
    bars,
    steps: bars && stepsOf(planes, width, height, bars),
  }
}

/** 1 for each code outside. */
const outside = (low: number, high: number) =>
  Uint8Array.from({ length: 256 }, (_, code) => (code < low || code > high ? 1 : 0))
const lumaOut = outside(16, 235)
const chromaOut = outside(16, 240)
const lumaOutOfR103 = outside(5, 246)

/** Of the four pixels of a chroma sample, those whose luma was not counted yet. */
function pixelsInRange(planes: Buffer, width: number, chroma: number, out: Uint8Array): number {
  const first = firstPixel(width, chroma)
  const isOut = (at: number) => out[planes[at] ?? 0] ?? 0
  return 4 - isOut(first) - isOut(first + 1) - isOut(first + width) - isOut(first + width + 1)
}

const firstPixel = (width: number, chroma: number) =>
  Math.floor((chroma * 2) / width) * 2 * width + ((chroma * 2) % width)

/** Red and blue of luma, of ITU-R BT.601, 709 and 2020. */
const bt709 = { red: 0.2126, blue: 0.0722 }
const bt601 = { red: 0.299, blue: 0.114 }
const matrices: Record<string, typeof bt709 | undefined> = {
  ...{ smpte170m: bt601, bt470bg: bt601 },
  ...{ bt2020nc: { red: 0.2627, blue: 0.0593 } },
}

/** R 103: from -5 % to 105 %, as codes of 8 bits. Luma is that of all four pixels: one at an edge is none. */
function isGamutOut(
  planes: Buffer,
  width: number,
  pixels: number,
  chroma: number,
  parts: typeof bt709,
): boolean {
  const [cb, cr] = [(planes[pixels + chroma] ?? 128) - 128, (planes[pixels * 1.25 + chroma] ?? 128) - 128]
  const first = firstPixel(width, chroma)
  const four = [first, first + 1, first + width, first + width + 1].map((at) => planes[at] ?? 0)
  const [darkest, brightest] = [Math.min(...four), Math.max(...four)]
  if (brightest - darkest > maxFlatEdge) return false
  const luma = (darkest + brightest) / 2
  // 219 steps of luma, 224 of chroma.
  const red = luma + cr * 2 * (1 - parts.red) * (219 / 224)
  const blue = luma + cb * 2 * (1 - parts.blue) * (219 / 224)
  const green = (luma - parts.red * red - parts.blue * blue) / (1 - parts.red - parts.blue)
  return [red, green, blue].some((code) => code < gamutLow || code > gamutHigh)
}

const [gamutLow, gamutHigh] = [5, 246]
/** At an edge of colours, subsampled chroma belongs to other luma. */
const maxFlatEdge = 16

function barsOf(planes: Buffer, width: number, height: number): Bars | undefined {
  const isDarkRow = (row: number) => isDark(planes, row * width, 1, width)
  const isDarkColumn = (column: number) => isDark(planes, column, width, height)
  const top = countFrom(height, isDarkRow)
  if (top === height) return undefined
  return {
    top: top > 0 ? top : belowData(height, isDarkRow),
    bottom: countFrom(height, (row) => isDarkRow(height - 1 - row)),
    left: countFrom(width, isDarkColumn),
    right: countFrom(width, (column) => isDarkColumn(width - 1 - column)),
  }
}

/** Across this many lines a bar ends, also a blurred one; a dark scene brightens more slowly. */
const edgeLines = 3
const minStep = 6

function stepsOf(planes: Buffer, width: number, height: number, bars: Bars): Bars {
  const row = (line: number) => (at: number) => planes[Math.min(height - 1, line) * width + at] ?? 0
  const column = (line: number) => (at: number) => planes[at * width + Math.min(width - 1, line)] ?? 0
  const step = (lineAt: typeof row, length: number, bar: number, inside: number) => {
    if (bar < 0) return 0
    const [dark, seen] = [lineAt(bar), lineAt(Math.max(0, inside))]
    let brighter = 0
    for (let at = 0; at < length; at++) if (seen(at) - dark(at) >= minStep) brighter++
    return brighter / length
  }
  const { top, right, bottom, left } = bars
  const [lastRow, lastColumn] = [height - 1 - bottom, width - 1 - right]
  return {
    top: step(row, width, top - 1, top - 1 + edgeLines),
    bottom: bottom === 0 ? 0 : step(row, width, lastRow + 1, lastRow + 1 - edgeLines),
    left: step(column, height, left - 1, left - 1 + edgeLines),
    right: right === 0 ? 0 : step(column, height, lastColumn + 1, lastColumn + 1 - edgeLines),
  }
}

function countFrom(most: number, isDarkLine: (line: number) => boolean): number {
  let count = 0
  while (count < most && isDarkLine(count)) count++
  return count
}

/** Lines of data, such as time code or captions, are the first ones of a frame, above its bar. */
function belowData(height: number, isDarkRow: (row: number) => boolean): number {
  const lines = Math.max(1, Math.round(height * maxDataShare))
  const dark = Array.from({ length: lines }, (_, at) => at + 1).find((row) =>
    Array.from({ length: minBelowData }, (_, at) => row + at).every(isDarkRow),
  )
  return dark === undefined ? 0 : dark + countFrom(height - dark, (row) => isDarkRow(dark + row))
}

const maxDataShare = 0.012
const minBelowData = 3

/** Black that grading or a conversion has raised: a flat line of it is a bar, a dark scene has detail. */
const raisedBlack = 45
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
