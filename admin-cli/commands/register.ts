import type { Command } from '../command'
import { CliError } from '../exit-codes'
import { checkedAddress } from '../register-webhook'
import { registeredShape, registerFolders, registerOptions } from '../register-folders'
import { clientNamed } from '../client-config'

export const register: Command = {
  name: 'register',
  arguments: ['<client>', '<url>'],
  summary: "Register the webhook on a client's INCOMING folder",
  examples: [
    'register acme https://qc.example.com/box/webhook --dry-run',
    'register acme https://qc.example.com/box/webhook',
  ],
  json: [registeredShape],
  options: registerOptions,
  run: async (context, [clientId = '', url = ''], options) => {
    const address = checkedAddress(url)
    const client = clientNamed(context.clientConfig(), clientId)
    if (client.incomingFolders.length === 0)
      throw new CliError('config', `${clientId} has no box_folder_id`, 'Add it to clients.yaml')
    return registerFolders(context, [client], address, options)
  },
}
