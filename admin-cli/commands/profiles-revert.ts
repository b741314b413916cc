import type { Command } from '../command'
import { clientNamed } from '../client-config'
import { dryRunShape } from '../json-shape'

export const profilesRevert: Command = {
  name: 'profiles revert',
  arguments: ['<client>'],
  summary: 'Remove the override and return to the static default in clients.yaml',
  examples: ['profiles revert acme --dry-run', 'profiles revert acme'],
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
    const { from, profileId } = all.defaults.effective(client)
    if (dryRun === true) {
      const text =
        from === 'static' ? 'there is no override' : `would return from ${profileId ?? 'none'} to ${to}`
      output.data(
        { clientId, from: profileId, to: client.defaultProfile, dryRun: true },
        `${clientId}: ${text}`,
      )
      return undefined
    }
    const change = await all.defaults.revert(client, user)
    output.data(
      change ?? null,
      change === undefined
        ? `${clientId}: there is no override`
        : `${clientId}: back to the static default ${to}`,
    )
    return undefined
  },
}
