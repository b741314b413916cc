import { isBoxError } from '../../box/box-error'
import type { Command } from '../command'
import { confirmed } from '../confirm'
import { CliError } from '../exit-codes'
import { dryRunShape } from '../json-shape'

export const deleteWebhook: Command = {
  name: 'delete-webhook',
  arguments: ['<webhookId>'],
  summary: 'Delete a webhook: Box no longer delivers uploads of that folder',
  examples: ['delete-webhook 1234567 --dry-run', 'delete-webhook 1234567 --yes'],
  json: { webhookId: 'string', targetId: 'string', address: 'string', 'deleted?': 'true', ...dryRunShape },
  options: [
    { flags: '--yes', description: 'do not ask for confirmation' },
    { flags: '--dry-run', description: 'show what would be done' },
  ],
  run: async (context, [webhookId = ''], { yes, dryRun }) => {
    if (!/^\d+$/.test(webhookId))
      throw new CliError('usage', `"${webhookId}" is not the id of a webhook`, 'See: admin-cli list-webhooks')
    const { box, output } = context
    const { webhooks } = await box()
    const { targetId, address } = await webhooks.get(webhookId).catch((cause: unknown) => {
      if (!isBoxError(cause, 'not_found')) throw cause
      const message = `this application has no webhook ${webhookId}`
      throw new CliError('notFound', message, 'See: admin-cli list-webhooks', { cause })
    })
    const what = `webhook ${webhookId} on folder ${targetId} (${address})`
    if (dryRun === true) {
      output.data({ webhookId, targetId, address, dryRun: true }, `would delete ${what}`)
      return undefined
    }
    await confirmed(context, `Delete ${what}?`, yes === true)
    await webhooks.delete(webhookId)
    output.data({ webhookId, targetId, address, deleted: true }, `deleted ${what}`)
    return undefined
  },
}
