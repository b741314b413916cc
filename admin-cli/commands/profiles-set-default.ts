import type { Command } from '../command'
import { clientNamed, profileNamed } from '../client-config'
import { dryRunShape } from '../json-shape'

export const profilesSetDefault: Command = {
  name: 'profiles set-default',
  arguments: ['<client>', '<profile>'],
  summary: "Override a client's default profile, starting with the next upload",
  examples: ['profiles set-default acme print_ad --dry-run', 'profiles set-default acme print_ad'],
  json: {
    'when?': 'string',
    'who?': 'string',
    clientId: 'string',
    from: 'string | null',
    to: 'string',
    ...dryRunShape,
  },
  options: [{ flags: '--dry-run', description: 'show what would change' }],
  run: async ({ clientConfig, output, user }, [clientId = '', profileId = ''], { dryRun }) => {
    const all = clientConfig()
    const client = clientNamed(all, clientId)
    profileNamed(all, profileId)
    const before = all.defaults.effective(client).profileId ?? null
    if (dryRun === true) {
      output.data(
        { clientId, from: before, to: profileId, dryRun: true },
        `${clientId}: default profile would change from ${before ?? 'none'} to ${profileId}`,
      )
      return undefined
    }
    const change = await all.defaults.set(client, profileId, user)
    output.data(
      change,
      `${clientId}: default profile is ${profileId} (was ${before ?? 'none'}), starting with the next upload`,
    )
    return undefined
  },
}
