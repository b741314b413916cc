import { setTimeout as wait } from 'node:timers/promises'
import { ApplicationFailure, Context } from '@temporalio/activity'

import { toFailure } from './box-failures'

/** What every activity gets beside its arguments. */
export interface Work {
  /** Aborted when the run is cancelled or this worker must stop. */
  signal: AbortSignal
  /** Goes out with the next heartbeat. */
  onProgress: (details: object) => void
  workflowId: string
}

export type Activity<Args extends unknown[], Result> = (work: Work, ...args: Args) => Promise<Result>

export interface FailedAttempt {
  failure: unknown
  /** `cancelled`: by a person, or because this worker stops. `last`: no further attempt follows. */
  kind: 'cancelled' | 'last' | 'again'
}

/** Called after every attempt that did not succeed. */
export type OnFailure<Args extends unknown[]> = (attempt: FailedAttempt, ...args: Args) => Promise<void>

const beatMs = 5_000
const longestPatienceMs = 15 * 60_000

/**
 * Wraps an activity for Temporal: heartbeats while it works, waits out what is not yet possible (429, a full
 * disk) inside the attempt so that none is used up, and turns refusals of Box into the house's four outcomes.
 */
export function asActivity<Args extends unknown[], Result>(
  run: Activity<Args, Result>,
  onFailure?: OnFailure<Args>,
) {
  return async (...args: Args): Promise<Result> => {
    const { info, cancellationSignal: signal } = Context.current()
    const heart = startHeart()
    const work: Work = { signal, onProgress: heart.set, workflowId: info.workflowExecution?.workflowId ?? '' }
    const patience = { leftMs: Math.min(info.startToCloseTimeoutMs / 2, longestPatienceMs) }
    try {
      for (;;) {
        try {
          return await run(work, ...args)
        } catch (error) {
          if (!(await waitedOut(error, patience, work))) throw error
        }
      }
    } catch (error) {
      const failure: unknown = signal.aborted ? signal.reason : toFailure(error)
      await onFailure?.(
        { failure, kind: signal.aborted ? 'cancelled' : isLast(failure) ? 'last' : 'again' },
        ...args,
      )
      throw failure
    } finally {
      heart.stop()
    }
  }
}

/** True when the trouble named its own end and we waited for it. */
async function waitedOut(
  error: unknown,
  patience: { leftMs: number },
  { signal, onProgress }: Work,
): Promise<boolean> {
  const failure = toFailure(error)
  if (!(failure instanceof ApplicationFailure)) return false
  const delayMs: unknown = failure.nextRetryDelay
  if (typeof delayMs !== 'number' || delayMs > patience.leftMs) return false
  patience.leftMs -= delayMs
  onProgress({ waitingFor: failure.message })
  await wait(delayMs, undefined, { signal })
  return true
}

function isLast(failure: unknown): boolean {
  const { attempt, retryPolicy } = Context.current().info
  if (failure instanceof ApplicationFailure && failure.nonRetryable === true) return true
  return attempt >= (retryPolicy?.maximumAttempts ?? Infinity)
}

/**
 * A worker that is busy lives; a child that hangs is for its own time-out. Without a heartbeat time-out there
 * is nothing to tell.
 */
function startHeart() {
  const context = Context.current()
  let details: object = {}
  const everyMs = Math.min(beatMs, (context.info.heartbeatTimeoutMs ?? 0) / 3)
  const timer = everyMs > 0 ? setInterval(() => context.heartbeat(details), everyMs) : undefined
  const set = (newDetails: object) => {
    details = newDetails
  }
  return { set, stop: () => clearInterval(timer) }
}
