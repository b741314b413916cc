import type { Client } from '../../config/parse-client'
import type { Context } from '../command'
import { readClientConfig } from '../read-client-config'

/** What happens to the next file in each INCOMING, and to those that are there already. */
export async function nextUploads(
  { box, config }: Context,
  { id, incomingFolders, reportsFolderId = '', mode }: Client,
) {
  const { incomingFolders: configured } = readClientConfig(config())
  const link = (folderId: string) => `${config().pages.boxWebUrl}/folder/${folderId}`
  return Promise.all(
    incomingFolders.map(async ({ folderId }) => {
      const { profileId = '', extensions = [] } = configured.find(folderId) ?? {}
      let filesWaiting = 0
      for await (const { type, name } of (await box()).listFolder(folderId)) {
        const extension = name.split('.').at(-1)?.toLowerCase() ?? ''
        if (type === 'file' && extensions.includes(extension)) filesWaiting += 1
      }
      const move =
        mode === 'shadow' ? 'The source stays (mode shadow)' : 'Then the source moves to _PROCESSED'
      const text = [
        `${id}: the next upload into ${link(folderId)} is checked with ${profileId}.`,
        `Its report appears in ${link(reportsFolderId)}. ${move}.`,
        `Files that are checked: ${extensions.join(', ')}. Others stay.`,
        ...(filesWaiting === 0
          ? []
          : [`Files there already that would be checked: ${filesWaiting}. Now: admin-cli sweep`]),
      ].join('\n')
      return { folderId, profileId, extensions: [...extensions], filesWaiting, text }
    }),
  )
}
