import type { Box } from '../box/box'
import type { Config } from '../config/load-config'
import { readJwtConfig } from '../config/read-jwt-config'
import { readPayloadKeys } from '../config/read-payload-keys'
import type { ConnectedTemporal } from '../runs/connect-temporal'
import type { Context } from './command'
import { CliError } from './exit-codes'
import type { Output } from './output'
import { readClientConfig } from './client-config'
import type { ClientConfig } from './client-config'

/** Opens things on first use, loads the two large SDKs only then, and closes what was opened. */
export function createContext(
  output: Output,
  loadConfig: () => Config,
  user: string,
  isTerminal: boolean,
): Context & { close: () => Promise<void> } {
  const config = once(loadConfig)
  let connected: ConnectedTemporal | undefined
  return {
    output,
    config,
    clientConfig: once((): ClientConfig => readClientConfig(config())),
    box: once(() => connectBox(config())),
    temporal: once(async () => {
      const { connectTemporal } = await import('../runs/connect-temporal.js')
      connected = connectTemporal(readPayloadKeys(config().temporal.payloadKeyFile))
      await ensureConnected(connected)
      return connected.client
    }),
    user,
    isTerminal,
    close: async () => {
      await connected?.close()
    },
  }
}

async function ensureConnected({ address, ensureConnected: connect }: ConnectedTemporal): Promise<void> {
  try {
    await connect()
  } catch (cause) {
    throw new CliError(
      'upstreamDown',
      `Temporal does not answer at ${address}`,
      'Is TEMPORAL_ADDRESS right (and TEMPORAL_NAMESPACE, TEMPORAL_API_KEY for Temporal Cloud)?',
      { cause },
    )
  }
}

async function connectBox({ box }: Config): Promise<Box> {
  const { createBox } = await import('../box/create-box.js')
  return createBox({
    jwtConfig: readJwtConfig(box.jwtConfigFile),
    urls: { api: box.apiUrl, upload: box.uploadUrl, oauth: box.oauthUrl },
    timeoutMs: 60_000,
  })
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => (made ??= { value: make() }).value
}
