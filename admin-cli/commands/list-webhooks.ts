import type { BoxWebhook } from '../../box/box'
import type { Command } from '../command'
import { table } from '../table'

export const listWebhooks: Command = {
  name: 'list-webhooks',
  arguments: [],
  summary: 'List the webhooks of this Box application',
  examples: ['list-webhooks', 'list-webhooks --json'],
  json: [
    {
      id: 'string',
      targetId: 'string',
      targetType: 'string',
      address: 'string',
      triggers: ['string'],
      'createdById?': 'string',
    },
  ],
  options: [],
  run: async ({ box, output, clientConfig }) => {
    const { webhooks: all } = await box()
    const webhooks: BoxWebhook[] = []
    for await (const { id } of all.list()) webhooks.push(await all.get(id))
    const owners = new Map(
      [...clientConfig().clients.values()].flatMap(({ id, incomingFolders }) =>
        incomingFolders.map(({ folderId }) => [folderId, id]),
      ),
    )
    const rows = webhooks.map(({ id, targetId, address, triggers }) => [
      id,
      owners.get(targetId) ?? '(no client)',
      targetId,
      triggers.join(' '),
      address,
    ])
    output.data(
      webhooks,
      rows.length === 0
        ? ''
        : table(['WEBHOOK', 'CLIENT', 'FOLDER', 'TRIGGERS', { title: 'ADDRESS', isCut: true }], rows),
    )
    if (rows.length === 0) output.message('No webhooks.')
    return undefined
  },
}
