import type { Command } from '../command'
import { checkedAddress } from '../register-webhook'
import { registerFolders } from '../register-folders'

export const registerAllClients: Command = {
  name: 'register-all-clients',
  arguments: ['<url>'],
  summary: 'Register the webhook for every client with an INCOMING folder; safe to run again',
  options: [{ flags: '--dry-run', description: 'show what would be done' }],
  run: async (context, [url = ''], { dryRun }) => {
    const address = checkedAddress(url)
    return registerFolders(context, [...context.clientConfig().clients.values()], address, dryRun === true)
  },
}
