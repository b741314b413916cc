import { plural } from '../../workflows/text'
import { clientNamed } from '../client-config'
import type { Command } from '../command'
import { exitCodes } from '../exit-codes'

export const clientsValidate: Command = {
  name: 'clients validate',
  arguments: ['[client]'],
  summary: 'Check clients.yaml and the profiles; and folders, roles and webhooks in Box',
  examples: ['clients validate', 'clients validate acme', 'clients validate --offline'],
  json: { clients: 'number', profiles: 'number', problems: ['string'] },
  details:
    'Folders: readable, our role is not too low, INCOMING ' +
    'not inside another INCOMING or REPORTS, REPORTS not ' +
    'inside INCOMING.\nWebhooks: one on each INCOMING, for FILE.UPLOADED only, at QC_WEBHOOK_ADDRESS where ' +
    'that is set.\nOf a folder that was shared with us, Box does not tell Editor from Viewer Uploader.',
  options: [{ flags: '--offline', description: 'check only the files, without Box' }],
  run: async ({ clientConfig, config, output, box }, [only], { offline }) => {
    const all = clientConfig()
    const clients = only === undefined ? [...all.clients.values()] : [clientNamed(all, only)]
    const { configProblems, folderProblems, webhookProblems } =
      await import('../../diagnosis/client-problems.js')
    const { webhooksByFolder } = await import('../../box/registered-webhooks.js')
    const problems = configProblems(all)
    if (offline !== true) {
      const connected = await box()
      const webhooks = await webhooksByFolder(connected)
      problems.push(...(await folderProblems(connected, clients)))
      problems.push(...webhookProblems(webhooks, clients, config().webhooks.address))
    }
    output.data({ clients: clients.length, profiles: all.profiles.size, problems }, problems.join('\n'))
    output.message(
      problems.length === 0
        ? `Fine: ${plural(clients.length, 'client')} and ${plural(all.profiles.size, 'profile')}.`
        : `${plural(problems.length, 'problem')}.`,
    )
    return problems.length === 0 ? undefined : exitCodes.config
  },
}
