import { Client, Connection } from '@temporalio/client'
import { loadClientConnectConfig } from '@temporalio/envconfig'

/** After an outage the client would wait up to two minutes before it looks for the server again. */
const channelArgs = { 'grpc.initial_reconnect_backoff_ms': 200, 'grpc.max_reconnect_backoff_ms': 2000 }

/**
 * A client by Temporal's own environment configuration (TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE,
 * TEMPORAL_API_KEY, TEMPORAL_TLS_…, TOML profiles). Connects on first use, so that the gateway starts, and
 * answers, while Temporal is down.
 */
export function connectTemporal(): { client: Client; address: string; close: () => Promise<void> } {
  const { connectionOptions, namespace } = loadClientConnectConfig()
  const connection = Connection.lazy({ ...connectionOptions, channelArgs })
  return {
    client: new Client({ connection, namespace }),
    address: connectionOptions.address ?? 'localhost:7233',
    close: () => connection.close(),
  }
}
