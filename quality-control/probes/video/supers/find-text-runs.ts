import type { Span } from '../../../facts/video'
import type { Box, EdgeMap, EdgeMaps } from '../meters/edge-maps'
import { findTextRegions } from './find-text-regions'
import { followText } from './follow-text'

export interface SuperFrames {
  edges: EdgeMaps
  /** The second of each edge map. */
  edgeTimes: readonly number[]
  /** The second of each frame kept for reading. */
  times: readonly number[]
  /** End of the last frame. */
  end: number
}

/** A part of the image whose edges come and go together, maybe those of a text. */
export interface TextRun extends Span {
  /** Number of the kept frame in its middle: at the ends, a text may fade or be covered. */
  frame: number
  boxes: Box[]
}

/** Nearly half a second on each side. */
const steadyMaps = 5

/** Where edges as dense as those of text stand still, from their first to their last frame. */
export function findTextRuns(frames: SuperFrames): TextRun[] {
  const { edges, edgeTimes, times } = frames
  const runs: TextRun[] = []
  let before: EdgeMap | undefined
  for (const time of times) {
    const map = nearest(edgeTimes, time)
    if (map === undefined) break
    const steady = steadyAt(edges, map)
    const fresh = edges.without(steady, before)
    for (const box of findTextRegions(edges, fresh)) {
      const run = runOf(frames, { box, fresh, map, before })
      if (run !== undefined && !runs.some((other) => isWithin(run, other))) runs.push(run)
    }
    before = steady
  }
  return runs
}

const steadyAt = (edges: EdgeMaps, map: number) => edges.steady([map - steadyMaps, map, map + steadyMaps])

/** The map whose time is next to `time`; undefined after the last one. */
export function nearest(times: readonly number[], time: number): number | undefined {
  const next = times.findIndex((one) => one >= time - 0.001)
  return next < 0 ? undefined : next
}

interface Found {
  box: Box
  fresh: EdgeMap
  map: number
  before: EdgeMap | undefined
}

/** What came with the box is found again in the middle of its time, when all of it is there. */
function runOf(frames: SuperFrames, { box, fresh, map, before }: Found): TextRun | undefined {
  const { edges, edgeTimes, times, end } = frames
  const span = followText(edges.shares(fresh, box), map, edgeTimes, end)
  if (span === undefined) return undefined
  const frame = middleFrame(span, times)
  const middle = nearest(edgeTimes, times[frame] ?? 0)
  if (middle === undefined || middle === map) return { ...span, frame, boxes: [box] }
  const shown = findTextRegions(edges, edges.without(steadyAt(edges, middle), before))
  const own = shown.filter((other) => overlapOf(box, other) > 0)
  const area = own.reduce((sum, one) => sum + areaOf(one), 0)
  // A texture that came later may touch it.
  return { ...span, frame, boxes: area === 0 || area > areaOf(box) * maxGrowth ? [box] : own }
}

const maxGrowth = 4

/** The kept frame next to the middle. */
export function middleFrame({ start, end }: Span, times: readonly number[]): number {
  const distance = (index: number) => Math.abs((times[index] ?? Infinity) - (start + end) / 2)
  return [...times.keys()].reduce((best, index) => (distance(index) < distance(best) ? index : best), 0)
}

/** A text that is uncovered bit by bit is found more than once. */
function isWithin(run: TextRun, other: TextRun): boolean {
  const isMeanwhile = run.start >= other.start - 0.1 && run.end <= other.end + 0.1
  return (
    isMeanwhile &&
    run.boxes.every((box) => other.boxes.some((one) => overlapOf(box, one) >= areaOf(box) * 0.8))
  )
}

export const areaOf = ({ left, top, right, bottom }: Box) => (right - left) * (bottom - top)

export function overlapOf(one: Box, other: Box): number {
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left)
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
  return across > 0 && down > 0 ? across * down : 0
}
