import type { ClientMode } from '../workflows/contract'
import type { ClientConfig } from './client-config'
import type { ClientDefaultsStore } from './client-defaults'
import type { Client } from './parse-client'

/** What an upload into one INCOMING folder means at this moment. */
export interface IncomingFolder {
  folderId: string
  clientId: string
  mode: ClientMode
  profileId: string
  /** Extensions that count as QC; undefined when the profile is missing, which the run then reports. */
  extensions: readonly string[] | undefined
  /** What an operator should correct: a broken override, a missing profile. */
  problem: string | undefined
}

export interface IncomingFolders {
  all: () => IncomingFolder[]
  /** Undefined when the folder is no client's INCOMING. */
  find: (folderId: string) => IncomingFolder | undefined
  /** `find` in the configuration as it is at this moment, for many folders. */
  snapshot: () => IncomingFolders['find']
}

/**
 * Looks up INCOMING folders in the configuration as it is now. The profile is the folder's own when
 * `box_folder_id` maps it to one, else the client's effective default.
 */
export function createIncomingFolders(
  clientConfig: () => ClientConfig,
  defaults: ClientDefaultsStore,
): IncomingFolders {
  const foldersOf = ({ profiles }: ClientConfig, client: Client): IncomingFolder[] => {
    const { profileId: defaultProfile, problem } = defaults.effective(client)
    return client.incomingFolders.flatMap(({ folderId, profileId = defaultProfile }) => {
      if (profileId === undefined) return []
      const extensions = profiles.get(profileId)?.extensions
      const missing =
        extensions === undefined ? `profile ${profileId} of client ${client.id} is missing` : undefined
      const { id: clientId, mode } = client
      return [{ folderId, clientId, mode, profileId, extensions, problem: missing ?? problem }]
    })
  }
  const ownersOf = onceForEach(({ clients }: ClientConfig) => {
    const owned = [...clients.values()].flatMap((client) =>
      client.incomingFolders.map(({ folderId }) => [folderId, client] as const),
    )
    return new Map(owned)
  })
  const snapshot = () => {
    const current = clientConfig()
    return (folderId: string) => {
      const owner = ownersOf(current).get(folderId)
      return owner && foldersOf(current, owner).find((folder) => folder.folderId === folderId)
    }
  }
  return {
    all: () => {
      const current = clientConfig()
      return [...current.clients.values()].flatMap((client) => foldersOf(current, client))
    },
    find: (folderId) => snapshot()(folderId),
    snapshot,
  }
}

/** Computes the value of an object once, while the object is in use. */
function onceForEach<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, V>()
  return (key) => {
    const value = known.get(key) ?? compute(key)
    known.set(key, value)
    return value
  }
}
