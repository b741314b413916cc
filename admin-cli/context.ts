import { readFileSync } from 'node:fs'
import type { Connection } from '@temporalio/client'

import type { Box } from '../box/box'
import type { Config } from '../config'
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
  let connection: Connection | undefined
  return {
    output,
    config,
    clientConfig: once((): ClientConfig => readClientConfig(config())),
    box: once(() => connectBox(config())),
    temporal: once(async () => {
      const [{ Client, Connection }, { loadClientConnectConfig }] = await Promise.all([
        import('@temporalio/client'),
        import('@temporalio/envconfig'),
      ])
      const { connectionOptions, namespace } = loadClientConnectConfig()
      const address = connectionOptions.address ?? '127.0.0.1:7233'
      try {
        connection = await Connection.connect({ ...connectionOptions, connectTimeout: 10_000 })
      } catch (cause) {
        throw new CliError(
          'upstreamDown',
          `Temporal does not answer at ${address}`,
          'Is TEMPORAL_ADDRESS right (and TEMPORAL_NAMESPACE, TEMPORAL_API_KEY for Temporal Cloud)?',
          { cause },
        )
      }
      return new Client({ connection, namespace })
    }),
    user,
    isTerminal,
    close: async () => {
      await connection?.close()
    },
  }
}

async function connectBox({ box }: Config): Promise<Box> {
  if (box.jwtConfigFile === undefined) {
    throw new CliError(
      'config',
      'BOX_JWT_CONFIG_FILE is not set',
      'It names the JSON file that the Box Developer Console exports under "Generate a Public/Private Keypair"',
    )
  }
  const { createBox } = await import('../box/create-box.js')
  return createBox({
    jwtConfig: readJwtConfig(box.jwtConfigFile),
    urls: { api: box.apiUrl, upload: box.uploadUrl, oauth: box.oauthUrl },
    timeoutMs: 60_000,
  })
}

function readJwtConfig(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new CliError(
      'config',
      `BOX_JWT_CONFIG_FILE: ${file} cannot be read`,
      'It must be a file that this user may read',
      { cause },
    )
  }
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => (made ??= { value: make() }).value
}
