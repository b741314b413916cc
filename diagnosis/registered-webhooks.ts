import type { Box, BoxWebhook } from '../box/box'

/** What a webhook on INCOMING listens to. */
export const webhookTriggers = ['FILE.UPLOADED']

/** Our webhooks by folder. The list has no addresses, so each webhook is read by its id. */
export async function webhooksByFolder(box: Pick<Box, 'webhooks'>): Promise<Map<string, BoxWebhook>> {
  const byFolder = new Map<string, BoxWebhook>()
  for await (const { id, targetId, targetType } of box.webhooks.list()) {
    if (targetType === 'folder') byFolder.set(targetId, await box.webhooks.get(id))
  }
  return byFolder
}

export function hasOurTriggers({ triggers }: BoxWebhook): boolean {
  return triggers.length === webhookTriggers.length && webhookTriggers.every((one) => triggers.includes(one))
}
