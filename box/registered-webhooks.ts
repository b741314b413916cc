import type { Box, BoxWebhook } from './box'

/** What a webhook on INCOMING listens to: Box delivers other triggers for files that nobody has uploaded. */
export const webhookTriggers = ['FILE.UPLOADED']

export interface WebhookDifference {
  kind: 'missing' | 'address' | 'triggers'
  /** A sentence about "it", the webhook of one folder. */
  message: string
}

/** Our webhooks by folder. The list has no addresses, so each webhook is read by its id. */
export async function webhooksByFolder(
  { webhooks }: Pick<Box, 'webhooks'>,
  signal?: AbortSignal,
): Promise<Map<string, BoxWebhook>> {
  const byFolder = new Map<string, BoxWebhook>()
  for await (const { id, targetId, targetType } of webhooks.list(signal)) {
    if (targetType === 'folder') byFolder.set(targetId, await webhooks.get(id, signal))
  }
  return byFolder
}

/**
 * How the webhook of an INCOMING differs from what it has to be: there, at this address, and for the one
 * trigger. Every address is right when `address` is empty. Undefined when there is no difference.
 */
export function webhookDifference(
  webhook: BoxWebhook | undefined,
  address: string,
): WebhookDifference | undefined {
  if (webhook === undefined) return { kind: 'missing', message: 'there is no webhook of this application' }
  const { id, triggers } = webhook
  if (address !== '' && webhook.address !== address)
    return { kind: 'address', message: `webhook ${id} points to ${webhook.address}, expected ${address}` }
  if (triggers.join() === webhookTriggers.join()) return undefined
  const found = `webhook ${id} has the triggers ${triggers.join(', ')}`
  return { kind: 'triggers', message: `${found}, expected ${webhookTriggers.join()} only` }
}
