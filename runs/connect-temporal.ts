import { Client, Connection } from '@temporalio/client'
import { loadClientConnectConfig } from '@temporalio/envconfig'

/** Without these the client waits up to two minutes after an outage before it tries the server again. */
const channelArgs = { 'grpc.initial_reconnect_backoff_ms': 200, 'grpc.max_reconnect_backoff_ms': 2000 }

export interface ConnectedTemporal {
  client: Client
  address: string
  /** Resolves when the server has answered; rejects after 10 s. */
  ensureConnected: () => Promise<void>
  close: () => Promise<void>
}

/**
 * A client by Temporal's own environment configuration (TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE,
 * TEMPORAL_API_KEY, TEMPORAL_TLS_…, TOML profiles). Connects on first use, so that the gateway starts, and
 * answers, while Temporal is down.
 */
export function connectTemporal(): ConnectedTemporal {
  const { connectionOptions, namespace } = loadClientConnectConfig()
  const connection = Connection.lazy({ ...connectionOptions, channelArgs, connectTimeout: 10_000 })
  return {
    client: new Client({ connection, namespace }),
    address: connectionOptions.address ?? 'localhost:7233',
    ensureConnected: () => connection.ensureConnected(),
    close: () => connection.close(),
  }
}
