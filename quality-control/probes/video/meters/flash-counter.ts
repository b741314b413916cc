import type { FlashFacts, Span } from '../../../facts/video'
import { type Light, lights, type Transfer } from './light'
import { SaturatedRed } from './saturated-red'
import { join, maxEntries, roundTime, subtract, tidy } from './spans'
import { type Transition, TransitionCounter } from './transition-counter'

/**
 * Counts flashes on frames of 64 x 36 cells (36 x 64 when upright), by WCAG 2.3.1 and ITU-R BT.1702: a flash
 * is a pair of opposing changes of relative luminance by at least 10 % of its range, with the darker side
 * below 0.80, over a quarter of the frame; or of saturated red. More than three flashes (six transitions) in
 * any second fail. A pre-screen.
 *
 * BT.1702 counts changes of 20 cd/m² with the darker side below 160 cd/m²: the same figures for a white of
 * 200 cd/m², so PQ and HLG are counted in units of that.
 */
export class FlashCounter {
  private readonly luminance = new Float32Array(cells)
  private readonly redness = new Float32Array(cells)
  private readonly general: TransitionCounter
  private readonly red: TransitionCounter
  private readonly saturatedRed: SaturatedRed
  private wasRed = false
  private readonly light: Light

  constructor(isUpright = false, transfer: Transfer = 'sdr') {
    this.light = lights[transfer]
    const columns = isUpright ? 36 : 64
    this.general = new TransitionCounter({ change: 0.1, darkerBelow: 0.8 }, columns, cells / columns)
    // WCAG 2.2: the states differ by more than 0.2 in the CIE 1976 UCS diagram.
    this.red = new TransitionCounter({ change: 0.2, darkerBelow: Infinity }, columns, cells / columns)
    this.saturatedRed = new SaturatedRed(this.light, cells)
  }

  /** One frame, three bytes (R, G, B) per cell. Add every frame. */
  add(rgb: Uint8Array): void {
    let isRed = false
    for (let cell = 0, at = 0; cell < cells; cell++, at += 3) {
      const red = rgb[at] ?? 0
      const green = rgb[at + 1] ?? 0
      const blue = rgb[at + 2] ?? 0
      this.luminance[cell] = luminanceOf(this.light, red, green, blue)
      const redness = this.saturatedRed.of(cell, red, green, blue)
      this.redness[cell] = redness
      isRed ||= redness > 0
    }
    this.general.add(this.luminance)
    if (isRed || this.wasRed) this.red.add(this.redness)
    else this.red.skip()
    this.wasRed = isRed
  }

  /** `frameTimes` has the time in seconds of each added frame. */
  facts(frameTimes: readonly number[]): FlashFacts {
    const general = countsOf(this.general.transitions, frameTimes)
    const red = countsOf(this.red.transitions, frameTimes)
    const windows = [...general.windows, ...red.windows]
    const failing = join(windows.filter(({ count }) => count > 6))
    return {
      transitions: general.transitions,
      redTransitions: red.transitions,
      mostTransitionsPerSecond: most(general.windows),
      mostRedTransitionsPerSecond: most(red.windows),
      failing: tidy(failing),
      warning: tidy(subtract(join(windows.filter(({ count }) => count >= 4)), failing)),
      extended: tidy(join([...extendedSpans(general.windows), ...extendedSpans(red.windows)])),
    }
  }
}

const cells = 64 * 36

function luminanceOf({ linear, weights }: Light, red: number, green: number, blue: number): number {
  const [ofRed, ofGreen, ofBlue] = weights
  return (linear[red] ?? 0) * ofRed + (linear[green] ?? 0) * ofGreen + (linear[blue] ?? 0) * ofBlue
}

interface Window extends Span {
  count: number
}

const most = (windows: readonly Window[]) =>
  windows.reduce((highest, { count }) => Math.max(highest, count), 0)

/** A quarter of the frame, minus the sampling loss of 2304 cells at edges. */
const wantedArea = 0.24

/**
 * For the second before each transition: the largest n for which regions that together cover a quarter of
 * the frame had n transitions each. The frame as a whole has one more transition whenever this n, counted
 * from the start, grows.
 */
function countsOf(transitions: readonly Transition[], frameTimes: readonly number[]) {
  const times: number[] = []
  const windows: Window[] = []
  const fromStart = new Map<number, Tally>()
  const lastSecond = new Map<number, Tally>()
  let total = 0
  let oldest = 0
  for (const [index, transition] of transitions.entries()) {
    const time = frameTimes[transition.frame] ?? 0
    add(fromStart, transition, 1)
    add(lastSecond, transition, 1)
    // Half-open: exactly three flashes per second are six transitions in any second.
    while (time - (frameTimes[transitions[oldest]?.frame ?? 0] ?? 0) >= 1 - 1e-6)
      add(lastSecond, transitions[oldest++], -1)
    if (transitions[index + 1]?.frame === transition.frame) continue
    const start = frameTimes[transitions[oldest]?.frame ?? 0] ?? 0
    const count = countOver(lastSecond)
    if (count >= 4) windows.push({ start, end: time, count })
    else if (count > 0) windows.push({ start: time, end: time, count })
    const reached = countOver(fromStart)
    if (reached > total && times.length < maxEntries) times.push(roundTime(time))
    total = reached
  }
  return { transitions: times, windows }
}

interface Tally {
  count: number
  area: number
}

function add(tallies: Map<number, Tally>, transition: Transition | undefined, step: 1 | -1): void {
  if (transition === undefined) return
  const tally = tallies.get(transition.region) ?? { count: 0, area: 0 }
  tallies.set(transition.region, {
    count: tally.count + step,
    area: step > 0 ? Math.max(transition.area, tally.count > 0 ? tally.area : 0) : tally.area,
  })
}

function countOver(tallies: ReadonlyMap<number, Tally>): number {
  let area = 0
  for (const tally of [...tallies.values()].sort((a, b) => b.count - a.count)) {
    area += tally.area
    if (area >= wantedArea) return tally.count
  }
  return 0
}

/** Four to six transitions per second during four of five seconds. */
function extendedSpans(windows: readonly Window[]): Span[] {
  const busy = new Set(
    windows.filter(({ count }) => count >= 4).flatMap(({ start, end }) => secondsIn(start, end)),
  )
  return [...busy].flatMap((second) => {
    const inFive = [0, 1, 2, 3, 4].filter((step) => busy.has(second + step))
    return inFive.length >= 4 ? [{ start: second, end: second + (inFive.at(-1) ?? 0) + 1 }] : []
  })
}

/** The whole clock seconds of which a window covers at least half. */
function secondsIn(start: number, end: number): number[] {
  return [Math.floor(start), Math.floor(end)].filter(
    (second) => Math.min(end, second + 1) - Math.max(start, second) >= 0.5,
  )
}
