import type { Light } from './light'

/** WCAG 2.2: R / (R + G + B) in linear light. */
const saturatedShare = 0.8
/** Of white, in linear light: the colour of darker cells is noise. */
const minRed = 1 / 16

/**
 * For each cell that is saturated red, how far it is from the state before in the CIE 1976 UCS diagram (u',
 * v'); 0 for other cells. Of several states before, the one farthest from red counts: a flash may rise over
 * some frames.
 */
export class SaturatedRed {
  private readonly before: Float32Array
  private readonly distances: Float32Array
  private readonly wasRed: Uint8Array
  private readonly white: readonly [number, number]
  private readonly red: readonly [number, number]

  constructor(
    private readonly light: Light,
    cells: number,
  ) {
    this.white = this.chromaticity(1, 1, 1)
    this.red = this.chromaticity(1, 0, 0)
    this.before = Float32Array.from({ length: cells * 2 }, (_, at) => this.white[at % 2] ?? 0)
    this.distances = new Float32Array(cells)
    this.wasRed = new Uint8Array(cells)
  }

  /** The codes of one cell in the next frame. */
  of(cell: number, redCode: number, greenCode: number, blueCode: number): number {
    const { linear } = this.light
    const [red, green, blue] = [linear[redCode] ?? 0, linear[greenCode] ?? 0, linear[blueCode] ?? 0]
    const total = red + green + blue
    if (red >= minRed && red >= saturatedShare * total) {
      this.wasRed[cell] = 1
      const [u, v] = this.chromaticity(red, green, blue)
      return Math.hypot(u - (this.before[cell * 2] ?? 0), v - (this.before[cell * 2 + 1] ?? 0))
    }
    const [u, v] = total < minRed ? this.white : this.chromaticity(red, green, blue)
    const distance = Math.hypot(u - this.red[0], v - this.red[1])
    if (this.wasRed[cell] === 1 || distance > (this.distances[cell] ?? 0)) {
      this.before[cell * 2] = u
      this.before[cell * 2 + 1] = v
      this.distances[cell] = distance
    }
    this.wasRed[cell] = 0
    return 0
  }

  private chromaticity(red: number, green: number, blue: number): readonly [number, number] {
    const [x, y, z] = this.light.toXyz.map(
      ([ofRed, ofGreen, ofBlue]) => ofRed * red + ofGreen * green + ofBlue * blue,
    )
    const sum = (x ?? 0) + 15 * (y ?? 0) + 3 * (z ?? 0)
    return [(4 * (x ?? 0)) / sum, (9 * (y ?? 0)) / sum]
  }
}
