/** A change of direction in one field of values (luminance or redness): half a flash. */
export interface Transition {
  frame: number
  region: number
  /** Share of the whole frame that changed, 0..1. */
  area: number
}

export interface TransitionRules {
  /** Smallest relevant change: 0.1 of the luminance range for general flashes. */
  change: number
  /** The darker side must be below it: 0.8 for general flashes. */
  darkerBelow: number
}

/**
 * Follows 2304 cells in 16 regions (a grid of 4 x 4). A region moves up or down when at least an eighth of
 * its cells do and at most half as many move the other way. A pan over text, where as many cells rise as
 * fall, is no flash; two halves of a frame that flash in turn are.
 */
export class TransitionCounter {
  readonly transitions: Transition[] = []
  private readonly previous: Float32Array
  private readonly regions = Array.from({ length: regionCount }, () => ({
    direction: 0,
    change: 0,
    darkest: 1,
    hasCounted: false,
  }))
  private readonly regionOfCell: Uint8Array
  private frame = 0

  constructor(
    private readonly rules: TransitionRules,
    columns: number,
    rows: number,
  ) {
    this.previous = new Float32Array(columns * rows)
    this.regionOfCell = Uint8Array.from(this.previous, (_, cell) => {
      const column = Math.floor(((cell % columns) * 4) / columns)
      return Math.floor((Math.floor(cell / columns) * 4) / rows) * 4 + column
    })
  }

  /** One frame: `values` has a number from 0 to 1 per cell. */
  add(values: Float32Array): void {
    if (this.frame > 0) this.compare(values)
    this.previous.set(values)
    this.frame++
  }

  /** One frame in which every value is 0, like the frame before. */
  skip(): void {
    this.frame++
  }

  private compare(values: Float32Array): void {
    sums.fill(0)
    for (let cell = 0; cell < values.length; cell++) {
      const now = values[cell] ?? 0
      const before = this.previous[cell] ?? 0
      const change = now - before
      if (change < noise && change > -noise) continue
      const at = (this.regionOfCell[cell] ?? 0) * 6 + (change > 0 ? 0 : 3)
      sums[at] = (sums[at] ?? 0) + 1
      sums[at + 1] = (sums[at + 1] ?? 0) + change
      sums[at + 2] = (sums[at + 2] ?? 0) + Math.min(now, before)
    }
    for (let region = 0; region < regionCount; region++) this.move(region, values.length)
  }

  private move(region: number, cells: number): void {
    const [risen = 0, , , fallen = 0] = sums.subarray(region * 6, region * 6 + 6)
    const direction = risen >= fallen * 2 ? 1 : fallen >= risen * 2 ? -1 : 0
    const [count = 0, change = 0, darker = 0] = sums.subarray(region * 6 + (direction < 0 ? 3 : 0))
    const state = this.regions[region]
    if (direction === 0 || count < cells / regionCount / 8 || state === undefined) return
    if (direction !== state.direction)
      Object.assign(state, { direction, change: 0, darkest: 1, hasCounted: false })
    state.change += change / count
    state.darkest = Math.min(state.darkest, darker / count)
    if (
      state.hasCounted ||
      Math.abs(state.change) < this.rules.change ||
      state.darkest >= this.rules.darkerBelow
    )
      return
    state.hasCounted = true
    this.transitions.push({ frame: this.frame, region, area: count / cells })
  }
}

const regionCount = 16
/** Smaller changes of a cell are compression noise. */
const noise = 0.004
/**
 * Per region: number of cells that rose, sum of their changes, sum of their darker sides; then the same for
 * cells that fell.
 */
const sums = new Float64Array(regionCount * 6)
