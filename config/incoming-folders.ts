import type { Client, ClientsStore } from './clients'
import type { ClientDefaultsStore } from './client-defaults'
import type { ProfilesStore } from './profiles'

/** What an upload into one INCOMING folder means at this moment. */
export interface IncomingFolder {
  folderId: string
  clientId: string
  mode: 'active' | 'shadow'
  profileId: string
  /**
   * Extensions that count as QC; undefined when the profile is not there, which is then for the run to say.
   */
  extensions: readonly string[] | undefined
  /** What an operator should mend: a broken override, a missing profile. */
  problem: string | undefined
}

/**
 * Looks up INCOMING folders in the configuration as it is now. The profile is the folder's own when
 * `box_folder_id` maps it to one, else the client's effective default.
 */
export function createIncomingFolders(stores: {
  clients: ClientsStore
  profiles: ProfilesStore
  defaults: ClientDefaultsStore
}) {
  const placesOf = (client: Client): IncomingFolder[] => {
    const { profileId: defaultProfile, problem } = stores.defaults.effective(client)
    return client.incomingFolders.flatMap(({ folderId, profileId = defaultProfile }) => {
      if (profileId === undefined) return []
      const extensions = stores.profiles.current().get(profileId)?.extensions
      const missing =
        extensions === undefined ? `profile ${profileId} of client ${client.id} is not there` : undefined
      return [
        {
          folderId,
          clientId: client.id,
          mode: client.mode,
          profileId,
          extensions,
          problem: missing ?? problem,
        },
      ]
    })
  }
  const clients = () => [...stores.clients.current().values()]
  return {
    all: (): IncomingFolder[] => clients().flatMap(placesOf),
    find: (folderId: string): IncomingFolder | undefined => {
      const owner = clients().find((client) =>
        client.incomingFolders.some((folder) => folder.folderId === folderId),
      )
      return owner === undefined ? undefined : placesOf(owner).find((place) => place.folderId === folderId)
    },
  }
}
