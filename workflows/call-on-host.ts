import { type CancellationScope, sleep } from '@temporalio/workflow'

import { callUnless } from './call-unless'
import { isHostWaitOver } from './problem'
import { untilOverdue } from './until-overdue'

/** An activity on the queue of the host, which fails when it waits there for longer than `waitMs`. */
export type HostCall<T> = (host: { queue: string; waitMs?: number }) => Promise<T>

/** Between two watches of a host, when the first one failed. Grows, so that the history does not. */
const longestPauseMs = 60 * 60_000

/**
 * Calls an activity on the host that has the file. Undefined when the host is gone. A busy host is waited
 * for, however long, in two activities: the call, which keeps its place in the queue, and the watch on the
 * host.
 */
export async function callOnHost<T>(
  queue: string,
  waitMs: number,
  call: HostCall<T>,
  watchHost: (queue: string) => Promise<void>,
): Promise<{ result: T } | undefined> {
  const watch = (scope: CancellationScope) => untilGone(() => watchHost(queue), waitMs, scope)
  try {
    return await callUnless(
      (scope) => untilOverdue(waitMs).then(() => watch(scope)),
      () => call({ queue, waitMs }),
    )
  } catch (error) {
    if (!isHostWaitOver(error)) throw error
  }
  return callUnless(watch, () => call({ queue }))
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
