/** Bytes that all requests together hold in memory. */
export interface ByteBudget {
  /** True when so many bytes more are within the limit. */
  hasRoomFor: (bytes: number) => boolean
  /** Counts the bytes; false when the limit is exceeded. They count until they are given back. */
  take: (bytes: number) => boolean
  giveBack: (bytes: number) => void
}

export function createByteBudget(maxBytes: number): ByteBudget {
  let held = 0
  return {
    hasRoomFor: (bytes) => held + bytes <= maxBytes,
    take: (bytes) => {
      held += bytes
      return held <= maxBytes
    },
    giveBack: (bytes) => {
      held -= bytes
    },
  }
}
