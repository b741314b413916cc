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

/** Brightness that falls to black, the last one. */
function isFade(means: readonly number[]): boolean {
  const [first = 0, last = 0] = [means[0], means.at(-2)]
  const drops = means.slice(1).filter((mean, index) => mean < (means[index] ?? 0) * 0.99)
  const rises = means.slice(1).filter((mean, index) => mean > (means[index] ?? 0) * 1.02)
  return drops.length >= minDrops && rises.length === 0 && last <= first * maxShare
}
