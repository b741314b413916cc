import { Client, Connection } from '@temporalio/client'
import { loadClientConnectConfig } from '@temporalio/envconfig'

import { createPayloadCodec, type PayloadKey } from './payload-codec'
import { temporalProblem } from './temporal-problem'

/** Without these the client waits up to two minutes after an outage before it tries the server again. */
const channelArgs = { 'grpc.initial_reconnect_backoff_ms': 200, 'grpc.max_reconnect_backoff_ms': 2000 }

export interface ConnectedTemporal {
  client: Client
  address: string
  /** Resolves when the server has answered; rejects after 10 s. */
  ensureConnected: () => Promise<void>
  /** What keeps Temporal from storing our runs, with address and cause; undefined when nothing does. */
  problem: () => Promise<string | undefined>
  close: () => Promise<void>
}

/**
 * A client by Temporal's own environment configuration (TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE,
 * TEMPORAL_API_KEY, TEMPORAL_TLS_…, TOML profiles). Connects on first use, so that the gateway starts, and
 * answers, while Temporal is down. With `payloadKeys`, payloads are encrypted.
 */
export function connectTemporal(payloadKeys?: readonly PayloadKey[]): ConnectedTemporal {
  const { connectionOptions, namespace = 'default' } = loadClientConnectConfig()
  const options = { ...connectionOptions, channelArgs, connectTimeout: 10_000 }
  const connection = Connection.lazy(options)
  // The SDK's retries replace the cause of a failure by a time-out, so health questions go without them.
  const withoutRetries = Connection.lazy({ ...options, interceptors: [] })
  const address = connectionOptions.address ?? 'localhost:7233'
  const payloadCodecs = payloadKeys === undefined ? [] : [createPayloadCodec(payloadKeys)]
  return {
    client: new Client({ connection, namespace, dataConverter: { payloadCodecs } }),
    address,
    ensureConnected: () => connection.ensureConnected(),
    problem: () => temporalProblem({ address, namespace, connection: withoutRetries }),
    close: async () => {
      await Promise.all([connection.close(), withoutRetries.close()])
    },
  }
}
