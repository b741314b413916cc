import { setTimeout as wait } from 'node:timers/promises'
import { ApplicationFailure, Context } from '@temporalio/activity'

import { errorTypes } from '../../workflows/contract'
import { toFailure } from './to-failure'

/** What every activity gets besides its arguments. */
export interface Work {
  /** Aborted when the run is cancelled or this worker shuts down. */
  signal: AbortSignal
  /** Sent with the next heartbeat. */
  onProgress: (details: object) => void
  workflowId: string
  /** 1 at first. */
  attempt: number
  /**
   * Temporal's clock in ms since 1970, late by the time that this attempt waited for a worker. The clock of
   * this host may be wrong, or be set meanwhile.
   */
  serverNow: () => number
}

export type Activity<Args extends unknown[], Result> = (work: Work, ...args: Args) => Promise<Result>

export interface FailedAttempt {
  failure: unknown
  /** `cancelled`: by a person or a worker shutdown. `last`: no further attempt follows. */
  kind: 'cancelled' | 'last' | 'again'
}

/** Called after every failed attempt. */
export type OnFailure<Args extends unknown[]> = (attempt: FailedAttempt, ...args: Args) => Promise<void>

const beatMs = 5_000
const longestPatienceMs = 15 * 60_000

/**
 * Wraps an activity for Temporal: sends heartbeats, waits inside the attempt for what is not possible yet
 * (429, a full disk) so that no attempt is used up, and turns refusals of Box into failures for Temporal.
 * Without `waitsForRateLimit` a 429 gives the slot back at once, for work whose slots are few.
 */
export function asActivity<Args extends unknown[], Result>(
  run: Activity<Args, Result>,
  onFailure?: OnFailure<Args>,
  { waitsForRateLimit = true }: { waitsForRateLimit?: boolean } = {},
) {
  return async (...args: Args): Promise<Result> => {
    const { info, cancellationSignal: signal } = Context.current()
    const heart = startHeart()
    const workflowId = info.workflowExecution?.workflowId ?? ''
    const { attempt } = info
    const work: Work = { signal, onProgress: heart.set, workflowId, attempt, serverNow: serverClock() }
    const patience = { leftMs: Math.min(info.startToCloseTimeoutMs / 2, longestPatienceMs) }
    try {
      for (;;) {
        try {
          return await run(work, ...args)
        } catch (error) {
          const failure = toFailure(error)
          if (!waitsForRateLimit && isRateLimit(failure)) throw error
          if (!(await waitedOut(failure, patience, work))) throw error
        }
      }
    } catch (error) {
      const failure: unknown = signal.aborted ? signal.reason : toFailure(error)
      const kind = signal.aborted ? 'cancelled' : isLast(failure) ? 'last' : 'again'
      await quietly(() => onFailure?.({ failure, kind }, ...args))
      throw failure
    } finally {
      heart.stop()
    }
  }
}

function serverClock(): () => number {
  const { currentAttemptScheduledTimestampMs } = Context.current().info
  const startedAtMs = performance.now()
  return () => currentAttemptScheduledTimestampMs + performance.now() - startedAtMs
}

/** A full disk, for example, must not replace the real failure. */
async function quietly(call: () => Promise<void> | undefined): Promise<void> {
  try {
    await call()
  } catch {
    return
  }
}

/** True when the failure named a delay and we waited for it. */
async function waitedOut(
  failure: unknown,
  patience: { leftMs: number },
  { signal, onProgress }: Work,
): Promise<boolean> {
  if (!(failure instanceof ApplicationFailure)) return false
  const delayMs: unknown = failure.nextRetryDelay
  if (typeof delayMs !== 'number' || delayMs > patience.leftMs) return false
  patience.leftMs -= delayMs
  onProgress({ waitingFor: failure.message })
  await wait(delayMs, undefined, { signal })
  return true
}

function isRateLimit(failure: unknown): boolean {
  return failure instanceof ApplicationFailure && failure.type === errorTypes.rateLimited
}

function isLast(failure: unknown): boolean {
  const { attempt, retryPolicy } = Context.current().info
  if (failure instanceof ApplicationFailure && failure.nonRetryable === true) return true
  return attempt >= (retryPolicy?.maximumAttempts ?? Infinity)
}

/** Shows that the worker is alive; a child process that hangs has a time-out of its own. */
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
