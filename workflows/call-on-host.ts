import { CancellationScope } from '@temporalio/workflow'

import { isHostWaitOver } from './problem'

/** An activity on the queue of the host, which fails when it waits there for longer than `waitMs`. */
export type HostCall<T> = (host: { queue: string; waitMs?: number }) => Promise<T>

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
  try {
    return { result: await call({ queue, waitMs }) }
  } catch (error) {
    if (!isHostWaitOver(error)) throw error
  }
  return new CancellationScope().run(async () => {
    const scope = CancellationScope.current()
    const result = call({ queue })
    const isGone = await Promise.race([
      result.then(
        () => false,
        () => false,
      ),
      // Not knowing counts as alive: a second download would not help.
      watchHost(queue).then(
        () => true,
        () => new Promise<never>(() => undefined),
      ),
    ])
    scope.cancel()
    try {
      return { result: await result }
    } catch (error) {
      if (isGone) return undefined
      throw error
    }
  })
}
