import { setTimeout as wait } from 'node:timers/promises'

import type { IntakeGate } from './intake-gate'

export interface SlotOptions {
  gate: Pick<IntakeGate, 'isOpen' | 'places'>
  /** Downloads at the same time. */
  maxDownloads: number
  pauseMs?: number
}

/**
 * The slots of the intake queue. Temporal asks for a slot before each poll, so a closed host leaves the tasks
 * to other hosts. A fixed number of slots would limit nothing: a slot of `download` is free as soon as its
 * download ends.
 */
export function createSlotSupplier({ gate, maxDownloads, pauseMs = 50 }: SlotOptions) {
  let polling = 0
  let downloading = 0
  const take = async (): Promise<boolean> => {
    if (polling + downloading >= maxDownloads || !(await gate.isOpen())) return false
    // Looked at again after the await, with nothing awaited in between.
    if (polling + downloading >= maxDownloads || gate.places() <= polling) return false
    polling += 1
    return true
  }
  return {
    type: 'custom' as const,
    reserveSlot: async (_context: unknown, signal: AbortSignal) => {
      while (!(await take())) {
        // The SDK accepts only the signal's own reason as a quiet end.
        signal.throwIfAborted()
        await wait(pauseMs, undefined, { signal }).catch(() => signal.throwIfAborted())
      }
      return {}
    },
    // Eager tasks bypass the queue, and so the gate.
    tryReserveSlot: () => null,
    markSlotUsed: () => {
      polling -= 1
      downloading += 1
    },
    /** A slot that was never used has no slot info. */
    releaseSlot: ({ slotInfo }: { slotInfo?: unknown }) => {
      if (slotInfo === undefined || slotInfo === null) polling -= 1
      else downloading -= 1
    },
  }
}
