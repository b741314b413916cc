import type { Command } from '../command'
import { table } from '../table'
import { clientShape } from '../shapes'

export const clientsList: Command = {
  name: 'clients list',
  arguments: [],
  summary: 'List the clients with their folders and the profile of their next upload',
  examples: ['clients list', 'clients list --json'],
  json: [clientShape],
  options: [],
  run: ({ clientConfig, output }) => {
    const { clients, defaults } = clientConfig()
    const rows = [...clients.values()].map((client) => ({ ...client, effective: defaults.effective(client) }))
    output.data(
      rows,
      table(
        ['CLIENT', { title: 'NAME', isCut: true }, 'MODE', 'INCOMING', 'REPORTS', 'NEXT UPLOAD'],
        rows.map(({ id, name, mode, incomingFolders, reportsFolderId, effective }) => [
          id,
          name,
          mode,
          incomingFolders.map(({ folderId }) => folderId).join(' ') || '-',
          reportsFolderId ?? '-',
          effective.profileId === undefined
            ? '-'
            : `${effective.profileId}${effective.from === 'override' ? ' (override)' : ''}`,
        ]),
      ),
    )
    return Promise.resolve(undefined)
  },
}
