import { createClientDefaultsStore } from '../config/client-defaults'
import type { ClientDefaultsStore } from '../config/client-defaults'
import { createClientsStore } from '../config/clients'
import type { Client } from '../config/clients'
import type { Config } from '../config'
import { createProfilesStore } from '../config/profiles'
import type { Profile } from '../quality-control/profile'
import { CliError } from './exit-codes'

/** Clients, profiles and overrides, read from the files that gateways and workers read. */
export interface ClientConfig {
  clients: ReadonlyMap<string, Client>
  profiles: ReadonlyMap<string, Profile>
  defaults: ClientDefaultsStore
}

/** Throws a ConfigError that names what is wrong in which file. */
export function readClientConfig({ files }: Pick<Config, 'files'>): ClientConfig {
  const rethrow = (error: Error) => {
    throw error
  }
  const profiles = createProfilesStore(files.profiles, rethrow).current()
  const clients = createClientsStore(files.clients, () => profiles.keys(), rethrow).current()
  return {
    clients,
    profiles,
    defaults: createClientDefaultsStore(files.clientDefaults, () => profiles.keys()),
  }
}

/** Throws `notFound` with the names there are. */
export function clientNamed({ clients }: ClientConfig, id: string): Client {
  const client = clients.get(id)
  if (client !== undefined) return client
  throw new CliError(
    'notFound',
    `no client "${id}"`,
    `Clients: ${[...clients.keys()].join(', ') || 'none in clients.yaml'}`,
  )
}

/** Throws `notFound` with the names there are. */
export function profileNamed({ profiles }: Pick<ClientConfig, 'profiles'>, id: string): Profile {
  const profile = profiles.get(id)
  if (profile !== undefined) return profile
  throw new CliError('notFound', `no profile "${id}"`, `Profiles: ${[...profiles.keys()].join(', ')}`)
}
