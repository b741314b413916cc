import { once } from 'node:events'
import type { Server } from 'node:http'

import { messageOf } from '../workflows/text'
import { ConfigError } from './config-error'

/**
 * Binds a server and returns the port, which the system chooses for port 0. Throws a ConfigError that names
 * the setting `variables` when the address is taken, not of this host, or not allowed.
 */
export async function listen(
  server: Server,
  { host, port }: { host: string; port: number },
  variables: string,
): Promise<number> {
  server.listen(port, host)
  try {
    await once(server, 'listening')
  } catch (error) {
    throw new ConfigError(variables, [
      `${host}:${port} cannot be used: ${messageOf(error)}, ` +
        'expected an address of this host where nothing else listens and that this user may use ' +
        '(`ss -ltnp` shows who listens)',
    ])
  }
  const address = server.address()
  if (address === null || typeof address === 'string')
    throw new Error(`expected a TCP address, got ${String(address)}`)
  return address.port
}
