/**
 * Whether the image fades into the black frames from `from` to before `to`, or out of them. `means` has the
 * mean luma of each frame. A black frame by mistake has images at full brightness on both sides.
 */
export function isDip(means: readonly number[], from: number, to: number): boolean {
  const before = means.slice(Math.max(0, from - fadeFrames), from + 1)
  const after = means.slice(to - 1, to + fadeFrames).reverse()
  return isFade(before) || isFade(after)
}

const fadeFrames = 6
/** One darker frame is a blend of two. */
const minDrops = 3
const maxShare = 0.8

/** A title on black is dark, too. */
const minBrightness = 0.5

/** Brightness above that of black, the last one, that falls to it. */
function isFade(means: readonly number[]): boolean {
  const black = means.at(-1) ?? 0
  const above = means.map((mean) => Math.max(0, mean - black))
  const [first = 0, last = 0] = [above[0], above.at(-2)]
  const drops = above.slice(1).filter((mean, index) => mean < (above[index] ?? 0) * 0.99)
  const rises = above.slice(1).filter((mean, index) => mean > (above[index] ?? 0) * 1.02)
  return drops.length >= minDrops && rises.length === 0 && first >= minBrightness && last <= first * maxShare
}
