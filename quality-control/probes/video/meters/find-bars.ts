import type { VideoFacts } from '../../../facts/video'
import type { Bars, LevelSample } from './level-meter'

/**
 * Static bars around a moving picture, as fractions of the stored frame. A title on black also has dark
 * surroundings, so the rest must look like a picture: large enough, and of a plausible shape.
 */
export function findBars(samples: readonly LevelSample[], width: number, height: number): VideoFacts['bars'] {
  const seen = samples.flatMap(({ bars, steps }) =>
    bars === undefined || steps === undefined ? [] : [{ bars, steps }],
  )
  const edges = {
    top: steady(seen, 'top'),
    right: steady(seen, 'right'),
    bottom: steady(seen, 'bottom'),
    left: steady(seen, 'left'),
  }
  const across = width - edges.left - edges.right
  const down = height - edges.top - edges.bottom
  const isBoxed = across < width && down < height
  if (across === width && down === height) return undefined
  if (across < width * minShare || down < height * minShare) return undefined
  if (isLopsided(edges.left, edges.right, width) || isLopsided(edges.top, edges.bottom, height))
    return undefined
  if (isBoxed && !usualShapes.some((shape) => Math.abs(across / down / shape - 1) < 0.03)) return undefined
  return {
    top: edges.top / height,
    right: edges.right / width,
    bottom: edges.bottom / height,
    left: edges.left / width,
  }
}

/** Dark ground beside a subject: a bar this wide has a counterpart. */
function isLopsided(one: number, other: number, length: number): boolean {
  const [narrow, wide] = [Math.min(one, other), Math.max(one, other)]
  return wide > length / 4 && narrow * 2 < wide
}

/** An upright video inside a wide one: 9/16 of 9/16, rounded down. */
const minShare = 0.3
const usualShapes = [16 / 9, 4 / 3, 9 / 16, 3 / 4, 1, 4 / 5, 1.85, 2, 2.2, 2.35, 2.39, 2.4]

/** A picture ends at its bar along most of a line; a dark scene has a lamp or a horizon there. */
const minStepShare = 0.5

/**
 * The narrowest bar at this edge, if at least half of the samples agree on it within one line, and the
 * picture clearly ends there in one of them.
 */
function steady(seen: readonly { bars: Bars; steps: Bars }[], edge: keyof Bars): number {
  const narrowest = seen.reduce((least, { bars }) => Math.min(least, bars[edge]), Infinity)
  const agreeing = seen.filter(({ bars }) => bars[edge] <= narrowest + 1)
  const isEdge = agreeing.some(({ steps }) => steps[edge] >= minStepShare)
  return isEdge && agreeing.length * 2 >= seen.length ? narrowest : 0
}
