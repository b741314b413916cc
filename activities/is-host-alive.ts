import type { Activity } from './worker/as-activity'
import type { Dependencies } from './asset/dependencies'

/** A killed worker stays listed for five minutes, but a live one polls at least once a minute. */
const silenceMs = 65_000

export function createIsHostAlive(
  { pollersSeenAt }: Dependencies,
  now = Date.now,
): Activity<[string], boolean> {
  return async (_work, hostQueue) =>
    (await pollersSeenAt(hostQueue)).some((seenAtMs) => now() - seenAtMs < silenceMs)
}
