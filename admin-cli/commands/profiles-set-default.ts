import type { Command } from '../command'
import { clientNamed, profileOf } from '../client-config'
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
    profileOf(all, client, profileId)
    const before = all.defaults.effective(client).profileId ?? 'none'
    if (dryRun === true) {
      output.data(
        { clientId, from: all.defaults.stored(clientId), to: profileId, dryRun: true },
        `${clientId}: default profile would change from ${before} to ${profileId}`,
      )
      return undefined
    }
    const change = await all.defaults.set(client, profileId, user)
    output.data(
      change,
      `${clientId}: default profile is ${profileId} (was ${before}), starting with the next upload`,
    )
    return undefined
  },
}
