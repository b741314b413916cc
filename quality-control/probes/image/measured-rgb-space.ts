import type { RgbSpace } from '../../facts/image'

/**
 * Which RGB space a matrix profile describes, by its primaries and its tone curve (ICC.1:2022, 9.2), never
 * by its name. `other` is a measured one without a common name; undefined for a profile with tables (A2B0),
 * which count before these tags.
 */
export function measuredRgbSpace(tagOf: (signature: string) => Buffer | undefined): RgbSpace | undefined {
  if (tagOf('A2B0') !== undefined) return undefined
  const primaries = ['rXYZ', 'gXYZ', 'bXYZ'].map((name) => xyzOf(tagOf(name)))
  const curves = ['rTRC', 'gTRC', 'bTRC'].map((name) => curveOf(tagOf(name)))
  if (!primaries.every((one) => one !== undefined) || !curves.every((one) => one !== undefined))
    return undefined
  const measured = primaries.flat()
  const found = spaces.find(
    ({ xyz, curve }) =>
      isNear(measured, xyz, primaryTolerance) && curves.every((one) => isNear(one, curve, curveTolerance)),
  )
  return found?.name ?? 'other'
}

/** Rounding, and other roundings of the white point, stay below it; P3 and sRGB differ by 0.08. */
const primaryTolerance = 0.008
/** A power of 2.2 is 0.009 away from the curve of sRGB, which nobody sees; 1.8 is 0.07 away. */
const curveTolerance = 0.02
const sampledAt = [0.25, 0.5, 0.75]

const srgbCurve = sampledAt.map((value) => ((value + 0.055) / 1.055) ** 2.4)
const power = (gamma: number) => sampledAt.map((value) => value ** gamma)

/** Red, green and blue as X, Y, Z, adapted to D50; the sources are the standards that name the spaces. */
const spaces: { name: RgbSpace; xyz: number[]; curve: number[] }[] = [
  {
    name: 'sRGB',
    xyz: [0.4361, 0.2225, 0.0139, 0.3851, 0.7169, 0.0971, 0.1431, 0.0606, 0.7141],
    curve: srgbCurve,
  },
  {
    name: 'Display P3',
    xyz: [0.5151, 0.2412, -0.0011, 0.2919, 0.6922, 0.0419, 0.1571, 0.0666, 0.7841],
    curve: srgbCurve,
  },
  {
    name: 'Adobe RGB (1998)',
    xyz: [0.6097, 0.3111, 0.0195, 0.2053, 0.6257, 0.0609, 0.1492, 0.0632, 0.7446],
    curve: power(2.2),
  },
  {
    name: 'ProPhoto RGB',
    xyz: [0.7977, 0.288, 0, 0.1352, 0.7119, 0, 0.0313, 0.0001, 0.8249],
    curve: power(1.8),
  },
]

function isNear(measured: number[], wanted: number[], tolerance: number): boolean {
  return wanted.every((value, index) => Math.abs((measured[index] ?? 0) - value) <= tolerance)
}

/** `XYZ `: three numbers of 15.16 bits. */
function xyzOf(tag: Buffer | undefined): number[] | undefined {
  if (tag === undefined || tag.length < 20) return undefined
  return [8, 12, 16].map((at) => fixedAt(tag, at))
}

const fixedAt = (tag: Buffer, at: number) => tag.readInt32BE(at) / 65_536

/** The curve at `sampledAt`: a table or a power (`curv`), or a formula (`para`). */
function curveOf(tag: Buffer | undefined): number[] | undefined {
  if (tag === undefined || tag.length < 12) return undefined
  const type = tag.toString('latin1', 0, 4)
  if (type === 'para') return parametric(tag)
  if (type !== 'curv') return undefined
  const count = tag.readUInt32BE(8)
  if (count === 0) return sampledAt
  if (tag.length < 12 + count * 2) return undefined
  if (count === 1) return power(tag.readUInt16BE(12) / 256)
  return sampledAt.map((value) => {
    const place = value * (count - 1)
    const [below, above] = [Math.floor(place), Math.ceil(place)].map(
      (index) => tag.readUInt16BE(12 + index * 2) / 65_535,
    )
    return (below ?? 0) + ((above ?? 0) - (below ?? 0)) * (place % 1)
  })
}

/** ICC.1:2022, table 68: Y = (aX + b)^g + c above d, and a straight line or a constant below. */
function parametric(tag: Buffer): number[] | undefined {
  const kind = tag.readUInt16BE(8)
  const count = [1, 3, 4, 5, 7][kind]
  if (count === undefined || tag.length < 12 + count * 4) return undefined
  const values = Array.from({ length: count }, (_, index) => fixedAt(tag, 12 + index * 4))
  const [g = 1, a = 1, b = 0] = values
  if (kind === 0) return power(g)
  const [c = 0, d = 0, e = 0, f = 0] = values.slice(3)
  return sampledAt.map((value) => {
    if (kind === 1) return value >= -b / a ? (a * value + b) ** g : 0
    if (kind === 2) return value >= -b / a ? (a * value + b) ** g + c : c
    return value >= d ? (a * value + b) ** g + e : c * value + f
  })
}
