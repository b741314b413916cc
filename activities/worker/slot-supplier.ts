import { setTimeout as wait } from 'node:timers/promises'

import type { Store } from '../store/create-store'

export interface AdmissionOptions {
  store: Pick<Store, 'countUnfinished' | 'hasRoom'>
  /** A host with so many unfinished assets takes no more. */
  maxUnfinished: number
  /** Downloads at the same time. */
  maxDownloads: number
  /** Called when the host stops taking in, with the reason, and when it goes on. */
  onChange?: (closedFor: string | undefined) => void
  pauseMs?: number
}

/**
 * Gives out the slots of the intake queue (Temporal's custom slot supplier): a slot is asked for before each
 * poll, and there is none while the host holds its fill of unfinished assets or lacks the disk. A fixed
 * number of slots would limit nothing, for a slot of `download` is free again as soon as its download ends.
 */
export function createSlotSupplier({
  store,
  maxUnfinished,
  maxDownloads,
  onChange,
  pauseMs = 500,
}: AdmissionOptions) {
  // Slots that poll, and those whose asset is being fetched and so is counted by the store already.
  let polling = 0
  let used = 0
  let closedFor: string | undefined
  const tell = (reason: string | undefined) => {
    if (reason !== closedFor) onChange?.(reason)
    closedFor = reason
  }
  const take = async (): Promise<boolean> => {
    const [unfinished, hasRoom] = await Promise.all([store.countUnfinished(), store.hasRoom()])
    // Nothing is awaited from here on, so two reservations cannot take the same place.
    tell(
      hasRoom
        ? unfinished < maxUnfinished
          ? undefined
          : `${maxUnfinished} assets are unfinished`
        : 'the disk lacks room',
    )
    const isOpen = hasRoom && unfinished + polling < maxUnfinished && polling + used < maxDownloads
    if (isOpen) polling += 1
    return isOpen
  }
  return {
    type: 'custom' as const,
    reserveSlot: async (_context: unknown, signal: AbortSignal) => {
      while (!(await take())) {
        // The SDK takes nothing but the signal's own reason for a quiet end.
        signal.throwIfAborted()
        await wait(pauseMs, undefined, { signal }).catch(() => signal.throwIfAborted())
      }
      return {}
    },
    // Eager tasks come past the queue, and so past the admission.
    tryReserveSlot: () => null,
    markSlotUsed: () => {
      polling -= 1
      used += 1
    },
    /** A slot that was never used has no task. */
    releaseSlot: ({ slotInfo }: { slotInfo?: unknown }) => {
      if (slotInfo === undefined || slotInfo === null) polling -= 1
      else used -= 1
    },
  }
}
