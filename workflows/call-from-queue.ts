import { type CancellationScope, sleep } from '@temporalio/workflow'

import { callUnless } from './call-unless'
import type { Timings } from './contract'
import { isAttemptUsedUp, isWaitOver } from './problem'
import { untilOverdue } from './until-overdue'
import type { Wakes } from './wakes'

/** How long one activity may wait in its queue, and how often it may be tried once a worker took it. */
export interface CallLimits {
  waitMs: number
  attempts: number
}

export interface QueueWait<T> {
  timings: Pick<Timings, 'hostWaitMs' | 'parkMaximumMs'>
  wakes: Wakes
  /** Failed attempts, until the step fails. */
  attempts: number
  /** Whether the activity has waited in its queue for at least so long: Temporal knows. */
  isQueued: (forMs: number) => Promise<boolean>
  /** Shows that the run waits for a worker, for the time of the call. */
  whileWaiting: (call: () => Promise<T>) => Promise<T>
}

/**
 * Calls an activity that waits in its queue for a worker, however long. A worker may be long in coming, and
 * Temporal may have lost the task: both look alike. So the activity is scheduled again, each time after four
 * times the wait: the history stays flat, and the place in the queue is lost a few times only.
 */
export async function callFromQueue<T>(
  { timings, wakes, attempts, isQueued, whileWaiting }: QueueWait<T>,
  call: (limits: CallLimits) => Promise<T>,
): Promise<T> {
  let attemptsLeft = attempts
  const callFor = async (waitMs: number): Promise<{ result: T } | undefined> => {
    const untilForgotten = async (scope: CancellationScope) => {
      await untilOverdue(waitMs, wakes)
      await untilSo(() => isQueued(waitMs / 2), waitMs, scope)
    }
    try {
      return await callUnless(untilForgotten, () => call({ waitMs, attempts: attemptsLeft }))
    } catch (error) {
      if (!isWaitOver(error)) throw error
      // With one attempt left no attempt waits after another.
      if (isAttemptUsedUp(error)) attemptsLeft -= 1
      return undefined
    }
  }
  const first = await callFor(timings.hostWaitMs)
  if (first !== undefined) return first.result
  return whileWaiting(async () => {
    for (let waitMs = timings.hostWaitMs; ;) {
      waitMs = Math.min(waitMs * 4, timings.parkMaximumMs)
      const called = await callFor(waitMs)
      if (called !== undefined) return called.result
    }
  })
}

/** Between two questions. Grows, so that the history does not. */
const longestPauseMs = 60 * 60_000

/** Asks until the answer is yes. A question that failed says nothing, so it is asked again. */
export async function untilSo(
  ask: () => Promise<boolean>,
  firstPauseMs: number,
  scope: CancellationScope,
): Promise<void> {
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    try {
      if (await ask()) return
    } catch (error) {
      if (scope.consideredCancelled) throw error
    }
    await sleep(pauseMs)
  }
}
