import type { ClientDefaultsStore } from '../config/client-defaults'
import { ConfigError } from '../config/config-error'
import type { Config } from '../config/load-config'
import type { IncomingFolders } from '../config/incoming-folders'
import { openConfig } from '../config/open-config'
import type { Client } from '../config/parse-client'
import type { Profile } from '../quality-control/profile'
import { CliError } from './exit-codes'

/** Clients, profiles and overrides, read from the files that gateways and workers read. */
export interface ClientConfig {
  clients: ReadonlyMap<string, Client>
  profiles: ReadonlyMap<string, Profile>
  defaults: ClientDefaultsStore
  incomingFolders: IncomingFolders
}

/** Throws a ConfigError with all problems: gateways go on without a broken entry, but a person must know. */
export function readClientConfig(config: Pick<Config, 'files' | 'box'>): ClientConfig {
  const sentences: string[] = []
  const { clients, profiles, defaults, incomingFolders } = openConfig(config, {
    report: ({ message }) => sentences.push(message),
  })
  const { clients: clientsFile, profiles: profilesFolder } = config.files
  if (sentences.length > 0) throw new ConfigError(`${clientsFile}, ${profilesFolder}`, sentences)
  return { clients: clients(), profiles: profiles(), defaults, incomingFolders }
}

/** Throws `notFound` with the existing names. */
export function clientNamed({ clients }: ClientConfig, id: string): Client {
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
