import type { CancellationScope } from '@temporalio/workflow'

import { callFromQueue, type CallLimits, type QueueWait, untilSo } from './call-from-queue'
import { callUnless } from './call-unless'

/** An activity on the queue of the host, which fails when it waits there for longer than `waitMs`. */
export type HostCall<T> = (host: CallLimits & { queue: string }) => Promise<T>

export interface HostOfRun<T> extends QueueWait<{ result: T } | undefined> {
  queue: string
  /** Returns when the host is gone. */
  watch: (queue: string) => Promise<void>
}

/**
 * Calls an activity on the host that has the file. Undefined when the host is gone. A busy host is waited
 * for, however long, and watched meanwhile.
 */
export function callOnHost<T>(
  { queue, watch, whileWaiting, ...wait }: HostOfRun<T>,
  call: HostCall<T>,
): Promise<{ result: T } | undefined> {
  const isGone = async () => {
    await watch(queue)
    return true
  }
  const untilGone = (scope: CancellationScope) => untilSo(isGone, wait.timings.hostWaitMs, scope)
  return callFromQueue<{ result: T } | undefined>(
    {
      ...wait,
      whileWaiting: (wholeCall) => whileWaiting(async () => (await callUnless(untilGone, wholeCall))?.result),
    },
    async (limits) => ({ result: await call({ queue, ...limits }) }),
  )
}
