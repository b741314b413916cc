import { status } from '@grpc/grpc-js'
import { type Client, isGrpcServiceError, WorkflowNotFoundError } from '@temporalio/client'

import { messageOf } from '../workflows/text'
import { plainGrpc } from './plain-grpc'
import { RunError } from './run-error'
import { withTimeout } from './with-timeout'

/** Temporal did not answer, or not in time. */
export class TemporalDown extends Error {
  override readonly name = 'TemporalDown'
}

export interface TemporalAccess {
  /**
   * Throws a TemporalDown when Temporal cannot be reached or does not answer in time, and a RunError
   * `not_found` for a workflow that does not exist.
   */
  ask: <T>(question: (client: Client) => Promise<T>, timeoutMs?: number) => Promise<T>
  namespace: string
}

/** The gRPC statuses DEADLINE_EXCEEDED, UNAVAILABLE and CANCELLED. */
const downCodes = [1, 4, 14]

/** For people who wait in front of a page: every answer comes within `defaultMs`, or the given time. */
export function createTemporalAccess(client: Client, address: string, defaultMs = 8_000): TemporalAccess {
  const where = `Temporal at ${address} (namespace ${client.options.namespace})`
  return {
    namespace: client.options.namespace,
    ask: async (question, timeoutMs = defaultMs) => {
      const abort = new AbortController()
      const work = client.withDeadline(Date.now() + timeoutMs, () =>
        client.withAbortSignal(abort.signal, () => question(client)),
      )
      const late = () => new TemporalDown(`${where} has not answered within ${timeoutMs / 1000} s`)
      try {
        return await withTimeout(timeoutMs, work, late)
      } catch (error) {
        if (isNotFound(error))
          throw new RunError('not_found', 'There is no such run', undefined, { cause: error })
        if (isDown(error))
          throw new TemporalDown(`${where} cannot be reached: ${plainGrpc(messageOf(error))}`, {
            cause: error,
          })
        throw error
      } finally {
        abort.abort()
      }
    },
  }
}

/** `describe` throws the SDK's error, `fetchHistory` that of gRPC: NOT_FOUND. */
function isNotFound(error: unknown): boolean {
  return (
    error instanceof WorkflowNotFoundError || (isGrpcServiceError(error) && error.code === status.NOT_FOUND)
  )
}

/** The SDK wraps the gRPC error once. */
function isDown(error: unknown): boolean {
  for (let one: unknown = error; one instanceof Error; one = one.cause)
    if ('code' in one && downCodes.some((code) => code === one.code)) return true
  return false
}
