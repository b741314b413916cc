/** A part of a frame in pixels of the maps; `right` and `bottom` are exclusive. */
export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

/** The upright edges of one frame, a bit for each pixel: dark to bright, and bright to dark. */
export interface EdgeMap {
  rising: Uint8Array
  falling: Uint8Array
}

/** Smaller steps across three pixels are texture and compression. */
const minStep = 16
/** 200 s at 12.5 frames per second, longer than any commercial: 80 MB at 480 x 270. */
const maxMaps = 2500

/**
 * Keeps the upright edges of small grey frames: the strokes of letters that stand still. Lines of graphics
 * and horizons are mostly level and leave none.
 */
export class EdgeMaps {
  private readonly maps: EdgeMap[] = []
  readonly stride: number

  constructor(
    readonly width: number,
    readonly height: number,
  ) {
    this.stride = Math.ceil(width / 8)
  }

  get length(): number {
    return this.maps.length
  }

  /** One frame of 8-bit luma. */
  add(luma: Uint8Array): void {
    if (this.maps.length >= maxMaps) return
    const { width, height, stride } = this
    const rising = new Uint8Array(stride * height)
    const falling = new Uint8Array(stride * height)
    for (let y = 0; y < height; y++) {
      const row = y * width
      for (let x = 1; x < width - 1; x++) {
        const step = (luma[row + x + 1] ?? 0) - (luma[row + x - 1] ?? 0)
        if (step < minStep && step > -minStep) continue
        const at = y * stride + (x >> 3)
        const map = step > 0 ? rising : falling
        map[at] = (map[at] ?? 0) | (128 >> (x & 7))
      }
    }
    this.maps.push({ rising, falling })
  }

  /** The edges that are the same in each of these frames. */
  steady(frames: readonly number[]): EdgeMap {
    const [first, ...rest] = frames.map((frame) => this.maps[Math.max(0, Math.min(this.length - 1, frame))])
    const all = (kind: keyof EdgeMap) => {
      const common = Uint8Array.from(first?.[kind] ?? [])
      for (const map of rest)
        for (let at = 0; at < common.length; at++) common[at] = (common[at] ?? 0) & (map?.[kind][at] ?? 0)
      return common
    }
    return { rising: all('rising'), falling: all('falling') }
  }

  /** The edges of `map` that `known` lacks. */
  without(map: EdgeMap, known: EdgeMap | undefined): EdgeMap {
    if (known === undefined) return map
    const fresh = (kind: keyof EdgeMap) => map[kind].map((bits, at) => bits & ~(known[kind][at] ?? 0))
    return { rising: fresh('rising'), falling: fresh('falling') }
  }

  /** How many edges of `map` inside the box each frame has too, 0..1. */
  shares(map: EdgeMap, box: Box): number[] {
    const total = this.common(map, map, box)
    if (total === 0) return []
    return this.maps.map((one) => this.common(one, map, box) / total)
  }

  /** Edges of `map` in a box, by kind. */
  count(map: EdgeMap, { left, top, right, bottom }: Box) {
    const counts = { rising: 0, falling: 0 }
    for (let y = top; y < bottom; y++)
      for (let at = y * this.stride + (left >> 3); at < y * this.stride + Math.ceil(right / 8); at++) {
        counts.rising += bits[map.rising[at] ?? 0] ?? 0
        counts.falling += bits[map.falling[at] ?? 0] ?? 0
      }
    return counts
  }

  private common(one: EdgeMap, other: EdgeMap, { left, top, right, bottom }: Box): number {
    let count = 0
    for (let y = top; y < bottom; y++)
      for (let at = y * this.stride + (left >> 3); at < y * this.stride + Math.ceil(right / 8); at++)
        count +=
          (bits[(one.rising[at] ?? 0) & (other.rising[at] ?? 0)] ?? 0) +
          (bits[(one.falling[at] ?? 0) & (other.falling[at] ?? 0)] ?? 0)
    return count
  }
}

/** Number of bits in each byte. */
const bits = Uint8Array.from({ length: 256 }, (_, byte) => {
  let count = 0
  for (let rest = byte; rest > 0; rest >>= 1) count += rest & 1
  return count
})
