/**
 * Whether the image fades into the black frames from `from` to before `to`, or out of them. `means` has the
 * mean luma of each frame. A black frame by mistake has images at full brightness on both sides.
 */
export function isDip(means: readonly number[], from: number, to: number): boolean {
  const before = means.slice(Math.max(0, from - maxFrames), from + 1).reverse()
  const after = means.slice(to - 1, to + maxFrames)
  return isRise(before) || isRise(after)
}

/** The end of a slow fade, after a second that is almost black. */
const maxFrames = 50
/** One darker frame is a blend of two. */
const minSteps = 3
/** The light of a shot changes by less from frame to frame. */
const minStep = 0.05
/** A shot is not half black in one frame. */
const maxShare = 0.6

/** A title on black is dark, too. */
const minBrightness = 0.5
/** Grain and coding of a frame that is almost black. */
const noise = 1.5

/** Brightness above that of black, the first one, that rises from it. */
function isRise(means: readonly number[]): boolean {
  const black = means[0] ?? 0
  const above = means.map((mean) => Math.max(0, mean - black))
  const dark = above.findIndex((mean) => mean > noise)
  const rising = untilFall(dark > 0 ? above.slice(dark - 1) : above)
  const steps = rising.slice(1).filter((mean, index) => mean * (1 - minStep) > (rising[index] ?? 0))
  const [darkest = 0, brightest = 0] = [rising[1], rising.at(-1)]
  return steps.length >= minSteps && brightest >= minBrightness && darkest <= brightest * maxShare
}

function untilFall(above: readonly number[]): readonly number[] {
  const fall = above.findIndex((mean, frame) => frame > 0 && mean < (above[frame - 1] ?? 0) - noise)
  return fall < 0 ? above : above.slice(0, fall)
}
