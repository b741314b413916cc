import type { Profile } from '../quality-control/profile'
import { claimedFolders, readClients } from './clients'
import { withLastGood } from './last-good'
import type { Client } from './parse-client'
import { readProfiles } from './profiles'
import type { ConfigProblem } from './reloading'

/** Clients and profiles, loaded together: a client may name a profile that arrives a moment later. */
export interface ClientConfig {
  clients: ReadonlyMap<string, Client>
  profiles: ReadonlyMap<string, Profile>
  problems: ConfigProblem[]
}

export interface ClientConfigFiles {
  clients: string
  profiles: string
}

/** What a profile's settings must satisfy beyond their shape; one sentence for each problem. */
export type CheckProfile = (profile: Profile) => string[]

/** Throws a ConfigError at the first load when no client, or no profile, can be used. */
export function loadClientConfig(
  files: ClientConfigFiles,
  checkProfile: CheckProfile,
  previous: ClientConfig | undefined,
): ClientConfig {
  const profiles = withLastGood({
    source: files.profiles,
    read: () => readProfiles(files.profiles, checkProfile),
    previous: previous?.profiles,
  })
  const clients = withLastGood({
    source: files.clients,
    read: () => readClients(files.clients, new Set(profiles.entries.keys())),
    previous: previous?.clients,
    fits: (client, good) => {
      const taken = new Set([...good.values()].flatMap(claimedFolders))
      return claimedFolders(client).every((folderId) => !taken.has(folderId))
    },
  })
  return {
    clients: clients.entries,
    profiles: profiles.entries,
    problems: [...profiles.problems, ...clients.problems],
  }
}
