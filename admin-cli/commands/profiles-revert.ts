import type { Command } from '../command'
import { clientNamed } from '../client-config'
import { dryRunShape } from '../json-shape'

export const profilesRevert: Command = {
  name: 'profiles revert',
  arguments: ['<client>'],
  summary: 'Remove the override and return to the static default in clients.yaml',
  examples: ['profiles revert acme --dry-run', 'profiles revert acme'],
  details: 'In the JSON, null means the static default: from null to null, nothing was changed.',
  json: {
    'when?': 'string',
    'who?': 'string',
    clientId: 'string',
    from: 'string | null',
    to: 'string | null',
    ...dryRunShape,
  },
  options: [{ flags: '--dry-run', description: 'show what would change' }],
  run: async ({ clientConfig, output, user }, [clientId = ''], { dryRun }) => {
    const all = clientConfig()
    const client = clientNamed(all, clientId)
    const to = client.defaultProfile ?? 'none'
    const from = all.defaults.stored(clientId)
    const isDryRun = dryRun === true
    const change = isDryRun ? undefined : await all.defaults.revert(client, user)
    const text = isDryRun ? `would return from ${from ?? ''} to ${to}` : `back to the static default ${to}`
    output.data(
      { ...(change ?? { clientId, from, to: null }), ...(isDryRun ? { dryRun: true } : {}) },
      `${clientId}: ${from === null ? 'there is no override' : text}`,
    )
    return undefined
  },
}
