import { setTimeout as sleep } from 'node:timers/promises'

import { Connection } from '@temporalio/client'

/** Temporal may have been killed a moment ago. */
export async function connectTemporal(address: string): Promise<Connection> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await Connection.connect({ address, connectTimeout: 2_000 })
    } catch (error) {
      if (tries === 30) throw error
      await sleep(1_000)
    }
  }
}
