/** Bytes that all requests together hold in memory. */
export interface ByteBudget {
  /** Counts the bytes; false when the limit is exceeded. They count until they are given back. */
  take: (bytes: number) => boolean
  giveBack: (bytes: number) => void
}

export function createByteBudget(maxBytes: number): ByteBudget {
  let held = 0
  return {
    take: (bytes) => {
      held += bytes
      return held <= maxBytes
    },
    giveBack: (bytes) => {
      held -= bytes
    },
  }
}
