import { type CancellationScope, sleep } from '@temporalio/workflow'

import { callUnless } from './call-unless'
import { isHostWaitOver } from './problem'
import { untilOverdue } from './until-overdue'

/** An activity on the queue of the host, which fails when it waits there for longer than `waitMs`. */
export type HostCall<T> = (host: { queue: string; waitMs?: number }) => Promise<T>

/** Between two watches of a host, when the first one failed. Grows, so that the history does not. */
const longestPauseMs = 60 * 60_000

export interface HostOfRun {
  queue: string
  /** How long a call waits in the queue before the host is watched. */
  waitMs: number
  /** Returns when the host is gone. */
  watch: (queue: string) => Promise<void>
  /** Shows that the run waits for a busy host, for the time of the call. */
  whileBusy: <T>(call: () => Promise<T>) => Promise<T>
}

/**
 * Calls an activity on the host that has the file. Undefined when the host is gone. A busy host is waited
 * for, however long, in two activities: the call, which keeps its place in the queue, and the watch on the
 * host.
 */
export async function callOnHost<T>(
  { queue, waitMs, watch, whileBusy }: HostOfRun,
  call: HostCall<T>,
): Promise<{ result: T } | undefined> {
  const untilHostGone = (scope: CancellationScope) => untilGone(() => watch(queue), waitMs, scope)
  try {
    return await callUnless(
      (scope) => untilOverdue(waitMs).then(() => untilHostGone(scope)),
      () => call({ queue, waitMs }),
    )
  } catch (error) {
    if (!isHostWaitOver(error)) throw error
  }
  return whileBusy(() => callUnless(untilHostGone, () => call({ queue })))
}

/** A watch that failed says nothing about the host, so the host is watched again. */
async function untilGone(
  watch: () => Promise<void>,
  waitMs: number,
  scope: CancellationScope,
): Promise<void> {
  for (let pauseMs = waitMs; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    try {
      await watch()
      return
    } catch (error) {
      if (scope.consideredCancelled) throw error
      await sleep(pauseMs).catch(() => undefined)
    }
  }
}
