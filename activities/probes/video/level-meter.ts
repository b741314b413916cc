/** Levels and bars of sampled pictures in 8-bit limited-range Y'CbCr 4:2:0. */
export interface LevelSample {
  /** Share of the pixels that leave 16-235 (luma) or 16-240 (chroma), as ffmpeg's signalstats BRNG, 0..1. */
  outOfRange: number
  /** Share of the pixels whose luma leaves EBU R 103's 5-246, 0..1. */
  outOfR103: number
  /** Rows and columns of bars at each edge; absent when the whole picture is dark. */
  bars?: Bars
}

export interface Bars {
  top: number
  right: number
  bottom: number
  left: number
}

/** Measures one picture: `width` x `height` luma, then the two quarter-size chroma planes; both numbers are even. */
export function measureLevels(planes: Buffer, width: number, height: number): LevelSample {
  const pixels = width * height
  let outOfRange = 0
  let outOfR103 = 0
  for (let row = 0; row < height; row += 2) {
    for (let column = 0; column < width; column += 2) {
      const chroma = pixels + (row / 2) * (width / 2) + column / 2
      const isColourOut = isOutside(planes[chroma] ?? 0, 16, 240) || isOutside(planes[chroma + pixels / 4] ?? 0, 16, 240)
      for (let step = 0; step < 4; step++) {
        const luma = planes[(row + (step >> 1)) * width + column + (step & 1)] ?? 0
        if (isColourOut || isOutside(luma, 16, 235)) outOfRange++
        if (isOutside(luma, 5, 246)) outOfR103++
      }
    }
  }
  return { outOfRange: outOfRange / pixels, outOfR103: outOfR103 / pixels, bars: barsOf(planes, width, height) }
}

const isOutside = (value: number, low: number, high: number) => value < low || value > high

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

/** As ffmpeg's cropdetect a mean of at most 24, and nothing bright in it: a thin line of a title is picture, not bar. */
function isDark(planes: Buffer, start: number, step: number, count: number): boolean {
  let sum = 0
  for (let index = 0; index < count; index++) {
    const luma = planes[start + index * step] ?? 0
    if (luma > 64) return false
    sum += luma
  }
  return sum <= count * 24
}
