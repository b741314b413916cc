import type { ClientDefaultsStore } from '../config/client-defaults'
import type { IncomingFolders } from '../config/incoming-folders'
import type { Client } from '../config/parse-client'
import type { WaiverStore } from '../config/waivers'
import type { Profile } from '../quality-control/profile'
import { CliError } from './exit-codes'

/** Clients, profiles and overrides, read from the files that gateways and workers read. */
export interface ClientConfig {
  clients: ReadonlyMap<string, Client>
  profiles: ReadonlyMap<string, Profile>
  defaults: ClientDefaultsStore
  incomingFolders: IncomingFolders
  waivers: WaiverStore
}

/** Throws `notFound` with the existing names. */
export function clientNamed({ clients }: Pick<ClientConfig, 'clients'>, id: string): Client {
  const client = clients.get(id)
  if (client !== undefined) return client
  throw new CliError(
    'notFound',
    `no client "${id}"`,
    `Clients: ${[...clients.keys()].join(', ') || 'none in clients.yaml'}`,
  )
}

/** Throws `notFound` with the existing names. */
export function profileNamed({ profiles }: Pick<ClientConfig, 'profiles'>, id: string): Profile {
  const profile = profiles.get(id)
  if (profile !== undefined) return profile
  throw new CliError('notFound', `no profile "${id}"`, `Profiles: ${[...profiles.keys()].join(', ')}`)
}

/** A profile that this client may use. Throws `usage` with those that it may. */
export function profileOf(
  { profiles }: Pick<ClientConfig, 'profiles'>,
  client: Pick<Client, 'id' | 'profiles'>,
  id: string,
): Profile {
  const profile = profiles.get(id)
  if (profile !== undefined && client.profiles.includes(id)) return profile
  throw new CliError(
    'usage',
    `${client.id} does not have the profile "${id}"`,
    `Profiles of ${client.id}: ${client.profiles.join(', ')}`,
  )
}
