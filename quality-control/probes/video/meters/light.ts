/** How codes become light: `sdr` is sRGB, as in WCAG's relative luminance. */
export type Transfer = 'sdr' | 'pq' | 'hlg'

export interface Light {
  /** Light of each 8-bit code; 1 is the white of SDR, 200 cd/m². */
  linear: Float32Array
  /** Of red, green and blue in luminance. */
  weights: Row
  /** Rows of X, Y and Z of red, green and blue in linear light. */
  toXyz: readonly [Row, Row, Row]
}

type Row = readonly [number, number, number]

const table = (lightOf: (signal: number) => number) =>
  Float32Array.from({ length: 256 }, (_, code) => lightOf(code / 255))

function srgb(signal: number): number {
  return signal <= 0.04045 ? signal / 12.92 : ((signal + 0.055) / 1.055) ** 2.4
}

/** A display of SDR shows its white with so many cd/m² at home. */
const whiteNits = 200

/** SMPTE ST 2084, absolute. */
function pq(signal: number): number {
  const power = signal ** (1 / 78.84375)
  const nits =
    10_000 * (Math.max(0, power - 0.8359375) / (18.8515625 - 18.6875 * power)) ** (1 / 0.1593017578125)
  return nits / whiteNits
}

/** ITU-R BT.2100 on a display of 1000 cd/m² with a system gamma of 1.2, exact for grey. */
function hlg(signal: number): number {
  const scene =
    signal <= 0.5 ? signal ** 2 / 3 : (Math.exp((signal - 0.55991073) / 0.17883277) + 0.28466892) / 12
  return (1000 * scene ** 1.2) / whiteNits
}

const bt709 = [0.2126, 0.7152, 0.0722] as const
const bt2020 = [0.2627, 0.678, 0.0593] as const
const bt709ToXyz = [[0.4124, 0.3576, 0.1805], bt709, [0.0193, 0.1192, 0.9505]] as const
const bt2020ToXyz = [[0.637, 0.1446, 0.1689], bt2020, [0, 0.0281, 1.061]] as const

export const lights: Record<Transfer, Light> = {
  sdr: { linear: table(srgb), weights: bt709, toXyz: bt709ToXyz },
  pq: { linear: table(pq), weights: bt2020, toXyz: bt2020ToXyz },
  hlg: { linear: table(hlg), weights: bt2020, toXyz: bt2020ToXyz },
}
