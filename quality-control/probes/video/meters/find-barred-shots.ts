import type { BarredSpan } from '../../../facts/video'
import { findBars } from './find-bars'
import type { LevelSample } from './level-meter'

interface Shots {
  width: number
  height: number
  /** First second of each shot but the first. */
  cuts: readonly number[]
  end: number
}

/** Bars of one shot are surer the more of it is seen. */
const minSamples = 4
/** A dark shot may have a dark ceiling or floor: bars have clear edges in most samples. */
const minStepShare = 0.8

/**
 * Shots with bars in a video that has none as a whole: shots of another aspect ratio. Neighbours with the
 * same bars are one span.
 */
export function findBarredShots(
  samples: readonly (LevelSample & { seconds: number })[],
  { width, height, cuts, end }: Shots,
): BarredSpan[] {
  const found: BarredSpan[] = []
  const starts = [samples[0]?.seconds ?? 0, ...cuts]
  for (const [index, start] of starts.entries()) {
    const stop = starts[index + 1] ?? end
    const own = samples.filter(({ seconds }) => seconds >= start - 0.001 && seconds < stop - 0.001)
    const bars = isClear(own) ? findBars(own, width, height) : undefined
    if (bars === undefined || !isEven(bars)) continue
    const last = found.at(-1)
    if (last?.end === start && isAlike(last.bars, bars)) last.end = stop
    else found.push({ start, end: stop, bars })
  }
  return found
}

/** The image ends clearly at the same two opposite bars in most samples. */
function isClear(samples: readonly LevelSample[]): boolean {
  const seen = samples.filter(({ bars }) => bars !== undefined)
  const clear = seen.filter(({ steps }) => {
    if (steps === undefined) return false
    const { top, right, bottom, left } = steps
    return Math.min(top, bottom) >= minStepShare || Math.min(left, right) >= minStepShare
  })
  return seen.length >= minSamples && clear.length * 2 >= seen.length
}

const isEven = ({ top, right, bottom, left }: BarredSpan['bars']) =>
  Math.abs(top - bottom) < 0.02 && Math.abs(left - right) < 0.02

function isAlike(one: BarredSpan['bars'], other: BarredSpan['bars']): boolean {
  return Math.abs(one.top - other.top) < 0.01 && Math.abs(one.left - other.left) < 0.01
}
