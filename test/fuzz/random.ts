/** The same numbers for the same seed on every machine: mulberry32. */
export function createRandom(seed: number) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  /** A whole number from 0 up to but without `limit`. */
  const below = (limit: number) => Math.floor(next() * limit)
  return { below, isTrue: (share: number) => next() < share }
}

export type Random = ReturnType<typeof createRandom>
