import type { PixelFacts } from '../../checks/facts/image'

export interface RawPicture {
  /** Interleaved 8-bit sRGB with or without alpha. */
  data: Buffer
  width: number
  height: number
  channels: number
}

/** Edges below this step in brightness are noise or a gradient. */
const edgeStep = 10
const tilePixels = 96
/** A tile with fewer edge pixels says nothing about sharpness. */
const tileEdges = 40

/** Everything that is measured on pixels, in one pass for colour and one for edges. */
export function measurePixels(picture: RawPicture): { facts: PixelFacts; luma: Uint8Array } {
  const { width, height } = picture
  const { luma, deviation, transparentShare } = measureColour(picture)
  const { histogram, mean } = histogramOf(luma)
  const percentile = (share: number) => percentileOf(histogram, luma.length * share)
  const facts: PixelFacts = {
    widthPixels: width,
    heightPixels: height,
    meanLuma: round(mean),
    luma: { p1: percentile(0.01), p5: percentile(0.05), p95: percentile(0.95), p99: percentile(0.99) },
    deviation: round(deviation),
    sharpness: sharpnessOf(luma, width, height),
    transparentShare: round(transparentShare),
  }
  return { facts, luma }
}

const round = (value: number) => Math.round(value * 1000) / 1000

function measureColour({ data, width, height, channels }: RawPicture) {
  const count = width * height
  const luma = new Uint8Array(count)
  const isColour = channels >= 3
  const hasAlpha = channels === 2 || channels === 4
  let [sumRed, sumGreen, sumBlue, squareRed, squareGreen, squareBlue, transparent] = [0, 0, 0, 0, 0, 0, 0]
  for (let pixel = 0, at = 0; pixel < count; pixel++, at += channels) {
    let red = data[at] ?? 0
    let green = isColour ? (data[at + 1] ?? 0) : red
    let blue = isColour ? (data[at + 2] ?? 0) : red
    if (hasAlpha) {
      const alpha = data[at + channels - 1] ?? 255
      if (alpha < 255) {
        transparent++
        red = 255 + ((red - 255) * alpha) / 255
        green = 255 + ((green - 255) * alpha) / 255
        blue = 255 + ((blue - 255) * alpha) / 255
      }
    }
    sumRed += red
    sumGreen += green
    sumBlue += blue
    squareRed += red * red
    squareGreen += green * green
    squareBlue += blue * blue
    luma[pixel] = 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.5
  }
  const variance = (sum: number, square: number) => square / count - (sum / count) ** 2
  const largest = Math.max(0, variance(sumRed, squareRed), variance(sumGreen, squareGreen), variance(sumBlue, squareBlue))
  return { luma, deviation: Math.sqrt(largest), transparentShare: transparent / count }
}

function histogramOf(luma: Uint8Array): { histogram: Uint32Array; mean: number } {
  const histogram = new Uint32Array(256)
  for (const value of luma) histogram[value] = (histogram[value] ?? 0) + 1
  let sum = 0
  for (const [value, count] of histogram.entries()) sum += value * count
  return { histogram, mean: sum / luma.length }
}

function percentileOf(histogram: Uint32Array, rank: number): number {
  let seen = 0
  for (const [value, count] of histogram.entries()) {
    seen += count
    if (seen >= rank && count > 0) return value
  }
  return 255
}

/**
 * Steepness of edges: the sum of |Laplacian| over the sum of |gradient| at pixels that lie on an edge, by tile. An edge one
 * pixel wide has about 1, and the figure falls with the width of the edge whatever its contrast, unlike the variance of the
 * Laplacian. The second sharpest tenth of the tiles speaks, so that a shallow depth of field is not called blurred.
 */
function sharpnessOf(luma: Uint8Array, width: number, height: number): number | undefined {
  const columns = Math.ceil(width / tilePixels)
  const tiles = columns * Math.ceil(height / tilePixels)
  const laplacians = new Float64Array(tiles)
  const gradients = new Float64Array(tiles)
  const edges = new Uint32Array(tiles)
  for (let y = 1; y < height - 1; y++) {
    const row = Math.floor(y / tilePixels) * columns
    for (let x = 1, at = y * width + 1; x < width - 1; x++, at++) {
      const left = luma[at - 1] ?? 0
      const right = luma[at + 1] ?? 0
      const up = luma[at - width] ?? 0
      const down = luma[at + width] ?? 0
      const gradient = Math.abs(right - left) + Math.abs(down - up)
      if (gradient < edgeStep) continue
      const tile = row + ((x / tilePixels) | 0)
      edges[tile] = (edges[tile] ?? 0) + 1
      gradients[tile] = (gradients[tile] ?? 0) + gradient
      laplacians[tile] = (laplacians[tile] ?? 0) + Math.abs(left + right + up + down - 4 * (luma[at] ?? 0))
    }
  }
  const ratios = [...edges.keys()]
    .filter((tile) => (edges[tile] ?? 0) >= tileEdges)
    .map((tile) => (laplacians[tile] ?? 0) / (gradients[tile] ?? 1))
  const ranked = ratios.sort((a, b) => b - a)
  const ratio = ranked[Math.floor(ranked.length / 10)]
  return ratio === undefined ? undefined : round(ratio)
}
