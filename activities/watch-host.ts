import { setTimeout as wait } from 'node:timers/promises'

import { messageOf } from '../workflows/text'
import type { Dependencies } from './asset/dependencies'
import type { Activity } from './worker/as-activity'

/** A killed worker stays listed for five minutes, but a live one polls at least once a minute. */
const silenceMs = 65_000
const maxFailedLooks = 10

/**
 * Returns when the host is gone. Temporal not answering counts as alive. When it goes on not answering, the
 * attempt fails, so that the Web UI shows why; the next attempt watches on.
 */
export function createWatchHost(
  { pollersSeenAt }: Dependencies,
  { everyMs = 15_000 } = {},
): Activity<[string], void> {
  return async ({ signal, serverNow }, hostQueue) => {
    for (let failedLooks = 0; ;) {
      try {
        const seenAt = await pollersSeenAt(hostQueue)
        failedLooks = 0
        if (!seenAt.some((seenAtMs) => serverNow() - seenAtMs < silenceMs)) return
      } catch (error) {
        failedLooks += 1
        if (failedLooks >= maxFailedLooks) throw unknown(hostQueue, error)
      }
      await wait(everyMs, undefined, { signal })
    }
  }
}

function unknown(hostQueue: string, error: unknown): Error {
  const message = `Temporal does not say whether a worker polls ${hostQueue}: ${messageOf(error)}`
  return new Error(message, { cause: error })
}
