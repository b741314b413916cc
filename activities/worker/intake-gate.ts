import type { Store } from '../store/create-store'

export interface IntakeOptions {
  store: Pick<Store, 'countUnfinished' | 'hasRoom' | 'forgetIdle'>
  /** A host with this many unfinished assets takes no more. */
  maxUnfinished: number
  /** While its processors are busy, a host takes no more than these: enough to keep its slots at work. */
  enoughWhenBusy: number
  isCpuBusy: () => boolean
  /** Tasks that wait in Temporal for this host; undefined when the server does not tell. */
  countWaiting: () => Promise<number | undefined>
  /** Called with the reason when intake closes, and with undefined when it opens again. */
  onChange?: (closedFor: string | undefined) => void
  now?: () => number
}

/** How often a full host asks Temporal whether its runs still need it. */
const askMs = 10_000
/** Between two steps of a run passes less, unless its next task waits for this host. */
const idleMs = 30_000
/** When Temporal does not tell: longer than a task waits behind other media. */
const longestIdleMs = 3 * 60 * 60_000

/** Decides whether this host takes one more asset. */
export class IntakeGate {
  closedFor: string | undefined
  private askedAtMs = -Infinity

  constructor(private readonly options: IntakeOptions) {}

  /** Looks at the disk, evicts what nobody works on, and forgets assets whose runs are gone. */
  async isOpen(): Promise<boolean> {
    if (this.places() <= 0) await this.forgetGone()
    const { maxUnfinished, store } = this.options
    const isFull = store.countUnfinished() >= maxUnfinished
    const fullFor = isFull ? `${maxUnfinished} assets are unfinished` : undefined
    this.set((await store.hasRoom()) ? fullFor : 'the disk lacks room')
    return this.closedFor === undefined && this.places() > 0
  }

  /**
   * Assets that this host may take in addition. A host with busy processors finishes none sooner for having
   * more of them: what it has not taken waits in Temporal, which is fair between clients.
   */
  places(): number {
    const { maxUnfinished, enoughWhenBusy, isCpuBusy, store } = this.options
    const most = isCpuBusy() ? Math.min(enoughWhenBusy, maxUnfinished) : maxUnfinished
    return most - store.countUnfinished()
  }

  /** Runs that were terminated, or that went on elsewhere, say nothing to this host. */
  private async forgetGone(): Promise<void> {
    const { store, countWaiting, now = () => performance.now() } = this.options
    if (now() - this.askedAtMs < askMs) return
    this.askedAtMs = now()
    const waiting = await countWaiting().catch(() => undefined)
    store.forgetIdle(waiting === 0 ? idleMs : longestIdleMs)
  }

  private set(closedFor: string | undefined): void {
    if (closedFor !== this.closedFor) this.options.onChange?.(closedFor)
    this.closedFor = closedFor
  }
}
