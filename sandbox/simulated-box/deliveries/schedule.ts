/**
 * Seconds before each try after the first: 12 tries, backing off, the last one 2 hours after the event.
 * Box documents the number and the two hours, not the steps between.
 */
const retryDelaysSeconds = [10, 20, 40, 80, 160, 320, 640, 1000, 1310, 1710, 1910]

export interface Clock {
  /** 60 = the retries come 60 times sooner. Time stamps stay real. */
  scale: number
  /** How long an answer may take before the try counts as failed. Real time: 30 s at Box. */
  deliveryTimeoutMs: number
}

/** The real wait before the next try, or undefined when there is none. */
export function retryDelayMs(triesSoFar: number, clock: Clock): number | undefined {
  if (triesSoFar === 0) return 0
  const seconds = retryDelaysSeconds[triesSoFar - 1]
  return seconds === undefined ? undefined : (seconds * 1000) / clock.scale
}
