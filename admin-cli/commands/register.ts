import type { Command } from '../command'
import { CliError } from '../exit-codes'
import { checkedAddress } from '../register-webhook'
import { registerFolders } from '../register-folders'
import { clientNamed } from '../client-config'

export const register: Command = {
  name: 'register',
  arguments: ['<client>', '<url>'],
  summary: "Register the webhook on a client's INCOMING folder",
  options: [{ flags: '--dry-run', description: 'show what would be done' }],
  run: async (context, [clientId = '', url = ''], { dryRun }) => {
    const address = checkedAddress(url)
    const client = clientNamed(context.clientConfig(), clientId)
    if (client.incomingFolders.length === 0)
      throw new CliError('config', `${clientId} has no box_folder_id`, 'Add it to clients.yaml')
    return registerFolders(context, [client], address, dryRun === true)
  },
}
