import type { Client } from '@temporalio/client'

import { messageOf } from '../workflows/text'
import { withTimeout } from './with-timeout'

/** Temporal did not answer, or not in time. */
export class TemporalDown extends Error {
  override readonly name = 'TemporalDown'
}

export interface TemporalAccess {
  /** Asks Temporal. Throws a TemporalDown when it cannot be reached or does not answer in time. */
  ask: <T>(question: (client: Client) => Promise<T>) => Promise<T>
  namespace: string
}

/** The gRPC statuses DEADLINE_EXCEEDED, UNAVAILABLE and CANCELLED. */
const downCodes = [1, 4, 14]

/** For people who wait in front of a page: every answer comes within `timeoutMs`. */
export function createTemporalAccess(client: Client, address: string, timeoutMs = 8_000): TemporalAccess {
  const where = `Temporal at ${address} (namespace ${client.options.namespace})`
  return {
    namespace: client.options.namespace,
    ask: async (question) => {
      const abort = new AbortController()
      const work = client.withDeadline(Date.now() + timeoutMs, () =>
        client.withAbortSignal(abort.signal, () => question(client)),
      )
      const late = () => new TemporalDown(`${where} has not answered within ${timeoutMs / 1000} s`)
      try {
        return await withTimeout(timeoutMs, work, late)
      } catch (error) {
        if (isDown(error))
          throw new TemporalDown(`${where} cannot be reached: ${messageOf(error)}`, { cause: error })
        throw error
      } finally {
        abort.abort()
      }
    },
  }
}

/** The SDK wraps the gRPC error once. */
function isDown(error: unknown): boolean {
  for (let one: unknown = error; one instanceof Error; one = one.cause)
    if ('code' in one && downCodes.some((code) => code === one.code)) return true
  return false
}
