import { setTimeout as sleep } from 'node:timers/promises'

import { Client } from '@temporalio/client'

import type { ChaosInstallation } from './chaos-installation'
import { connectTemporal } from './connect-temporal'
import { openRunsQuery } from './settle'

/** With more open runs than this, failures would meet work that waits instead of work that is done. */
const maxOpenRuns = 40
const lookEveryMs = 1_000
const longestHoldMs = 60_000

/** Keeps uploads from running far ahead of the installation on a slow machine. */
export function watchBacklog(chaos: ChaosInstallation): { hold: () => Promise<number>; stop: () => void } {
  let open = 0
  let isStopped = false
  const watch = async () => {
    const connection = await connectTemporal(chaos.temporalAddress)
    const temporal = new Client({ connection })
    const query = openRunsQuery(chaos.clients)
    while (!isStopped) {
      // Temporal is down: the last number stays.
      open = await temporal
        .withDeadline(Date.now() + 2_000, () => temporal.workflow.count(query))
        .then(
          ({ count }) => count,
          () => open,
        )
      await sleep(lookEveryMs)
    }
    await connection.close()
  }
  // Without it uploads just come as planned.
  watch().catch(() => (open = 0))
  return {
    /** Waits while too many runs are open; resolves with how long that was. */
    async hold() {
      const since = Date.now()
      while (open > maxOpenRuns && Date.now() - since < longestHoldMs) await sleep(100)
      return Date.now() - since
    },
    stop: () => (isStopped = true),
  }
}
