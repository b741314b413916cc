import type { Command } from '../command'
import { checkedAddress } from '../register-webhook'
import { registeredShape, registerFolders, registerOptions } from '../register-folders'

export const registerAllClients: Command = {
  name: 'register-all-clients',
  arguments: ['<url>'],
  summary: 'Register the webhook for every client with an INCOMING folder; safe to run again',
  examples: [
    'register-all-clients https://qc.example.com/box/webhook --dry-run',
    'register-all-clients https://qc.example.com/box/webhook',
    'register-all-clients https://qc-new.example.com/box/webhook --move',
  ],
  json: [registeredShape],
  options: registerOptions,
  run: async (context, [url = ''], options) => {
    const address = checkedAddress(url)
    return registerFolders(context, [...context.clientConfig().clients.values()], address, options)
  },
}
