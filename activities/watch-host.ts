import { setTimeout as wait } from 'node:timers/promises'

import type { Dependencies } from './asset/dependencies'
import type { Activity } from './worker/as-activity'

/** A killed worker stays listed for five minutes, but a live one polls at least once a minute. */
const silenceMs = 65_000

/** Returns when the host is gone. Temporal not answering counts as alive. */
export function createWatchHost(
  { pollersSeenAt }: Dependencies,
  { everyMs = 15_000, now = Date.now } = {},
): Activity<[string], void> {
  const isAlive = async (hostQueue: string) => {
    const seenAt = await pollersSeenAt(hostQueue).catch(() => undefined)
    return seenAt === undefined || seenAt.some((seenAtMs) => now() - seenAtMs < silenceMs)
  }
  return async ({ signal }, hostQueue) => {
    while (await isAlive(hostQueue)) await wait(everyMs, undefined, { signal })
  }
}
