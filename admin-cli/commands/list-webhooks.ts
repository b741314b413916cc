import type { BoxWebhook } from '../../box/box'
import type { Command } from '../command'
import { table } from '../table'

export const listWebhooks: Command = {
  name: 'list-webhooks',
  arguments: [],
  summary: 'List the webhooks of this Box application, and the INCOMING folders that have none',
  examples: ['list-webhooks', 'list-webhooks --json'],
  json: {
    webhooks: [
      {
        id: 'string',
        'clientId?': 'string',
        targetId: 'string',
        targetType: 'string',
        address: 'string',
        triggers: ['string'],
        'createdAt?': 'string',
        'createdById?': 'string',
      },
    ],
    missing: [{ clientId: 'string', folderId: 'string' }],
  },
  options: [],
  run: async ({ box, output, clientConfig }) => {
    const owners = new Map(
      [...clientConfig().clients.values()].flatMap(({ id, incomingFolders }) =>
        incomingFolders.map(({ folderId }) => [folderId, id]),
      ),
    )
    const { webhooks: all } = await box()
    const webhooks: (BoxWebhook & { clientId?: string })[] = []
    for await (const { id, targetId } of all.list())
      webhooks.push({ clientId: owners.get(targetId), ...(await all.get(id)) })
    const targets = new Set(webhooks.map(({ targetId }) => targetId))
    const missing = [...owners].flatMap(([folderId, clientId]) =>
      targets.has(folderId) ? [] : [{ clientId, folderId }],
    )
    const rows = [
      ...webhooks.map(({ id, clientId = '(no client)', targetId, address, triggers }) => [
        ...[id, clientId, targetId, triggers.join(' '), address],
      ]),
      ...missing.map(({ clientId, folderId }) => ['none', clientId, folderId, '', '']),
    ]
    const columns = ['WEBHOOK', 'CLIENT', 'FOLDER', 'TRIGGERS', { title: 'ADDRESS', isCut: true }]
    output.data({ webhooks, missing }, rows.length === 0 ? '' : table(columns, rows))
    if (rows.length === 0) output.message('No webhooks.')
    for (const { clientId, folderId } of missing)
      output.message(
        `${clientId}: folder ${folderId} has no webhook. Run: admin-cli register ${clientId} <url>`,
      )
    return undefined
  },
}
