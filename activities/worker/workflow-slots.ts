import { setTimeout as wait } from 'node:timers/promises'

export interface WorkflowSlotOptions {
  /** For runs that this worker has in memory: their tasks come by its sticky queue. */
  atWork: number
  /** For tasks of the main queue: new runs, and runs that this worker does not have in memory. */
  fromMainQueue: number
  isCpuBusy: () => boolean
  /** Between two polls of the main queue, for each of its slots, while the processors are busy. */
  busyPauseMs?: number
}

/**
 * The slots for workflow tasks. Temporal asks for one before each poll. The main queue is fair between
 * clients; sticky queues and this process are not. So new runs must not take the slots and the processors
 * from runs at work: a thousand new uploads of one client wait in the main queue, and another one's passes.
 */
export function createWorkflowSlots({
  atWork,
  fromMainQueue,
  isCpuBusy,
  busyPauseMs = 200,
}: WorkflowSlotOptions) {
  const sticky = createSlots(atWork)
  const main = createSlots(fromMainQueue)
  const slotsFor = ({ isSticky }: PollKind) => (isSticky ? sticky : main)
  return {
    type: 'custom' as const,
    reserveSlot: async ({ isSticky }: PollKind, signal: AbortSignal): Promise<PollKind> => {
      await slotsFor({ isSticky }).take(signal)
      if (!isSticky && isCpuBusy()) await wait(busyPauseMs, undefined, { signal }).catch(main.giveBack)
      signal.throwIfAborted()
      return { isSticky }
    },
    tryReserveSlot: ({ isSticky }: PollKind): PollKind | null =>
      slotsFor({ isSticky }).tryTake() ? { isSticky } : null,
    markSlotUsed: () => undefined,
    releaseSlot: ({ permit }: { permit: Partial<PollKind> }) =>
      slotsFor({ isSticky: permit.isSticky === true }).giveBack(),
  }
}

interface PollKind {
  isSticky: boolean
}

function createSlots(count: number) {
  let free = count
  const waiting = new Set<() => void>()
  const tryTake = (): boolean => {
    if (free === 0) return false
    free -= 1
    return true
  }
  return {
    tryTake,
    /** Rejects with the signal's own reason, which the SDK takes for a quiet end. */
    take: async (signal: AbortSignal): Promise<void> => {
      while (!tryTake()) {
        signal.throwIfAborted()
        await new Promise<void>((resolve) => {
          const wake = () => {
            waiting.delete(wake)
            signal.removeEventListener('abort', wake)
            resolve()
          }
          waiting.add(wake)
          signal.addEventListener('abort', wake, { once: true })
        })
      }
    },
    giveBack: (): void => {
      free += 1
      const [next] = waiting
      next?.()
    },
  }
}
