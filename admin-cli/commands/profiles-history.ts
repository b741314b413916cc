import type { Command } from '../command'
import { table } from '../table'
import { clientNamed } from '../client-config'

export const profilesHistory: Command = {
  name: 'profiles history',
  arguments: ['<client>'],
  summary: "Show who changed a client's default profile, and when",
  examples: ['profiles history acme', 'profiles history acme --json'],
  json: [{ when: 'string', who: 'string', clientId: 'string', from: 'string | null', to: 'string | null' }],
  options: [],
  run: ({ clientConfig, output }, [clientId = '']) => {
    const all = clientConfig()
    const changes = all.defaults.history(clientNamed(all, clientId).id)
    const named = (profile: string | null) => profile ?? '(static default)'
    const rows = changes.map(({ when, who, from, to }) => [when, who, named(from), named(to)])
    output.data(changes, rows.length === 0 ? '' : table(['WHEN', 'WHO', 'FROM', 'TO'], rows))
    if (rows.length === 0) output.message(`No changes: ${clientId} has its static default.`)
    return Promise.resolve(undefined)
  },
}
