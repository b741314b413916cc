import type { Command } from '../command'
import { clientNamed } from '../client-config'
import { fields } from '../table'
import { clientShape } from '../shapes'

export const clientsShow: Command = {
  name: 'clients show',
  arguments: ['<client>'],
  summary: 'Show one client',
  examples: ['clients show acme', 'clients show acme --json'],
  json: clientShape,
  options: [],
  run: ({ clientConfig, output }, [id = '']) => {
    const all = clientConfig()
    const client = clientNamed(all, id)
    const effective = all.defaults.effective(client)
    const rows: [string, string][] = [
      ['Client', client.id],
      ['Name', client.name],
      ['Display name', client.displayName],
      ['Description', client.description],
      ['Mode', client.mode],
      ...client.incomingFolders.map(({ folderId, profileId }): [string, string] => [
        'INCOMING',
        profileId === undefined ? folderId : `${folderId} (profile ${profileId})`,
      ]),
      ['REPORTS', client.reportsFolderId ?? '-'],
      ['Profiles', client.profiles.join(', ')],
      ['Static default', client.defaultProfile ?? '-'],
      ['Next upload', `${effective.profileId ?? '-'} (${effective.from})`],
    ]
    if (effective.problem !== undefined) output.message(effective.problem)
    output.data({ ...client, effective }, fields(rows))
    return Promise.resolve(undefined)
  },
}
