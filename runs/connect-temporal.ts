import { InterceptingCall } from '@grpc/grpc-js'
import {
  Client,
  Connection,
  type ConnectionOptions,
  defaultGrpcRetryOptions,
  makeGrpcRetryInterceptor,
} from '@temporalio/client'
import { loadClientConnectConfig } from '@temporalio/envconfig'

import { dataConverterFor } from './data-converter'
import type { PayloadKey } from './payload-codec'
import { temporalProblem } from './temporal-problem'

/** Without these the client waits up to two minutes after an outage before it tries the server again. */
const channelArgs = { 'grpc.initial_reconnect_backoff_ms': 200, 'grpc.max_reconnect_backoff_ms': 2000 }

const connectMs = 10_000

export interface ConnectedTemporal {
  client: Client
  address: string
  /**
   * Resolves when the server has answered for our namespace. Rejects with the cause at once when it refuses,
   * and after 10 s when it does not answer.
   */
  ensureConnected: () => Promise<void>
  /** What keeps Temporal from storing our runs, with address and cause; undefined when nothing does. */
  problem: () => Promise<string | undefined>
  close: () => Promise<void>
}

/**
 * A client by Temporal's own environment configuration (TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE,
 * TEMPORAL_API_KEY, TEMPORAL_TLS_…, TOML profiles). Connects on first use, so that the gateway starts, and
 * answers, while Temporal is down. With `payloadKeys`, payloads and
 * messages of failures are encrypted. With `callTimeoutMs`, a call
 * without a deadline of its own gets this one, repeated attempts included.
 */
export function connectTemporal(
  payloadKeys?: readonly PayloadKey[],
  { callTimeoutMs }: { callTimeoutMs?: number } = {},
): ConnectedTemporal {
  const { connectionOptions, namespace = 'default' } = loadClientConnectConfig()
  const options = { ...connectionOptions, channelArgs, connectTimeout: connectMs }
  const interceptors = callTimeoutMs === undefined ? undefined : withDeadline(callTimeoutMs)
  const connection = Connection.lazy({ ...options, interceptors })
  // The SDK's retries replace the cause of a failure by a time-out, so health questions go without them.
  const withoutRetries = Connection.lazy({ ...options, interceptors: [] })
  const address = connectionOptions.address ?? 'localhost:7233'
  return {
    client: new Client({ connection, namespace, dataConverter: dataConverterFor(payloadKeys) }),
    address,
    ensureConnected: async () => {
      const { workflowService } = withoutRetries
      const ask = () => workflowService.describeNamespace({ namespace })
      await withoutRetries.withDeadline(Date.now() + connectMs, ask)
    },
    problem: () => temporalProblem({ address, namespace, connection: withoutRetries }),
    close: async () => {
      await Promise.all([connection.close(), withoutRetries.close()])
    },
  }
}

function withDeadline(timeoutMs: number): NonNullable<ConnectionOptions['interceptors']> {
  return [
    (options, nextCall) =>
      new InterceptingCall(nextCall({ ...options, deadline: options.deadline ?? Date.now() + timeoutMs })),
    makeGrpcRetryInterceptor(defaultGrpcRetryOptions()),
  ]
}
