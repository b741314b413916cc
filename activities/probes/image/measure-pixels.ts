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
const tileEdges = 14

/** Everything that is measured on pixels: one pass for brightness, one for edges. */
export function measurePixels(picture: RawPicture): { facts: PixelFacts; luma: Uint8Array } {
  const { width, height } = picture
  const { luma, transparentShare } = lumaOf(picture)
  const { percentile, mean, deviation } = histogramOf(luma)
  const facts: PixelFacts = {
    widthPixels: width,
    heightPixels: height,
    meanLuma: round(mean),
    darkest: percentile(0.001),
    dark: percentile(0.05),
    bright: percentile(0.95),
    brightest: percentile(0.999),
    deviation: round(Math.max(deviation, colourDeviation(picture))),
    sharpness: sharpnessOf(luma, width, height),
    transparentShare: round(transparentShare),
  }
  return { facts, luma }
}

const round = (value: number) => Math.round(value * 1000) / 1000

function lumaOf(picture: RawPicture): { luma: Uint8Array; transparentShare: number } {
  const { data, width, height, channels } = picture
  if (channels === 2 || channels === 4) return flattenedLuma(picture)
  const luma = new Uint8Array(width * height)
  if (channels === 1) luma.set(data)
  else {
    // Rec. 709 weights in 256ths: this loop and the one over edges see every pixel, so they keep to integers.
    for (let pixel = 0, at = 0; pixel < luma.length; pixel++, at += 3) {
      luma[pixel] = (54 * (data[at] ?? 0) + 183 * (data[at + 1] ?? 0) + 19 * (data[at + 2] ?? 0) + 128) >> 8
    }
  }
  return { luma, transparentShare: 0 }
}

/** On white, as a page or a slide shows it. */
function flattenedLuma({ data, width, height, channels }: RawPicture): { luma: Uint8Array; transparentShare: number } {
  const luma = new Uint8Array(width * height)
  const [green, blue] = channels === 4 ? [1, 2] : [0, 0]
  let transparent = 0
  for (let pixel = 0, at = 0; pixel < luma.length; pixel++, at += channels) {
    const alpha = data[at + channels - 1] ?? 255
    const opaque = (54 * (data[at] ?? 0) + 183 * (data[at + green] ?? 0) + 19 * (data[at + blue] ?? 0) + 128) >> 8
    if (alpha < 255) transparent++
    luma[pixel] = 255 + ((opaque - 255) * alpha) / 255
  }
  return { luma, transparentShare: transparent / luma.length }
}

/** Of every third pixel: neighbours are alike, and a percentile does not move. */
function histogramOf(luma: Uint8Array): { percentile: (share: number) => number; mean: number; deviation: number } {
  const histogram = new Uint32Array(256)
  for (let pixel = 0; pixel < luma.length; pixel += 3) {
    const value = luma[pixel] ?? 0
    histogram[value] = (histogram[value] ?? 0) + 1
  }
  let [total, sum, squares] = [0, 0, 0]
  for (const [value, count] of histogram.entries()) {
    total += count
    sum += value * count
    squares += value * value * count
  }
  const mean = sum / total
  const percentile = (share: number) => percentileOf(histogram, total * share)
  return { percentile, mean, deviation: Math.sqrt(Math.max(0, squares / total - mean * mean)) }
}

function percentileOf(histogram: Uint32Array, rank: number): number {
  let seen = 0
  for (const [value, count] of histogram.entries()) {
    seen += count
    if (seen >= rank && count > 0) return value
  }
  return 255
}

/** Every so manieth pixel tells whether two colours of one brightness stand side by side. A prime, so that it walks all columns. */
const colourStep = 29

function colourDeviation({ data, width, height, channels }: RawPicture): number {
  if (channels < 3) return 0
  const values = [0, 1, 2].map((channel) => {
    let [count, sum, squares] = [0, 0, 0]
    for (let pixel = 0; pixel < width * height; pixel += colourStep) {
      const value = data[pixel * channels + channel] ?? 0
      count++
      sum += value
      squares += value * value
    }
    return squares / count - (sum / count) ** 2
  })
  return Math.sqrt(Math.max(0, ...values))
}

/**
 * Steepness of edges: the sum of |Laplacian| over the sum of |gradient| at pixels that lie on an edge, by tile, in every third
 * row. An edge one pixel wide has about 0.7 to 1, and the figure falls with the width of the edge whatever its contrast, unlike
 * the variance of the Laplacian (a Gaussian blur of 1.5 px leaves 0.26, of 2.5 px 0.15). The tile that is less sharp than a
 * tenth of all speaks, so that a shallow depth of field is not called blurred.
 */
function sharpnessOf(luma: Uint8Array, width: number, height: number): number | undefined {
  const ratios: number[] = []
  for (let top = 1; top < height - 1; top += tilePixels) {
    for (let left = 1; left < width - 1; left += tilePixels) {
      const ratio = tileSharpness(luma, width, {
        left,
        top,
        right: Math.min(left + tilePixels, width - 1),
        bottom: Math.min(top + tilePixels, height - 1),
      })
      if (ratio !== undefined) ratios.push(ratio)
    }
  }
  const ratio = ratios.sort((a, b) => b - a)[Math.floor(ratios.length / 10)]
  return ratio === undefined ? undefined : round(ratio)
}

interface Tile {
  left: number
  top: number
  right: number
  bottom: number
}

function tileSharpness(luma: Uint8Array, width: number, { left, top, right, bottom }: Tile): number | undefined {
  let [edges, gradients, laplacians] = [0, 0, 0]
  for (let y = top; y < bottom; y += 3) {
    for (let at = y * width + left, end = y * width + right; at < end; at++) {
      const before = luma[at - 1] ?? 0
      const after = luma[at + 1] ?? 0
      const above = luma[at - width] ?? 0
      const below = luma[at + width] ?? 0
      const gradient = Math.abs(after - before) + Math.abs(below - above)
      if (gradient < edgeStep) continue
      edges++
      gradients += gradient
      laplacians += Math.abs(before + after + above + below - 4 * (luma[at] ?? 0))
    }
  }
  return edges < tileEdges ? undefined : laplacians / gradients
}
