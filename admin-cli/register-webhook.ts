import type { Box, BoxWebhook } from '../box/box'
import { isBoxError } from '../box/box-error'
import { CliError } from './exit-codes'

const triggers = ['FILE.UPLOADED']

export interface Registered {
  clientId: string
  folderId: string
  action: 'CREATED' | 'UPDATED' | 'SKIP'
  webhookId: string | undefined
  /** Where it pointed before an update. */
  was?: string
}

/** Throws `usage` unless Box accepts the address: https on port 443 with a public host name. */
export function checkedAddress(typed: string): string {
  const url = URL.canParse(typed) ? new URL(typed) : undefined
  if (url?.protocol === 'https:' && url.port === '' && url.username === '' && url.hostname.includes('.'))
    return typed
  throw new CliError(
    'usage',
    `"${typed}" is not a webhook address: expected https://<public host>/<path>, on port 443`,
    'Box delivers to https on port 443 only',
  )
}

/** Our webhooks by folder. The list has no addresses, so each webhook is read by its id. */
export async function webhooksByFolder(box: Box): Promise<Map<string, BoxWebhook>> {
  const byFolder = new Map<string, BoxWebhook>()
  for await (const { id, targetId, targetType } of box.webhooks.list()) {
    if (targetType === 'folder') byFolder.set(targetId, await box.webhooks.get(id))
  }
  return byFolder
}

/** Idempotent: creates the webhook, repairs one that points elsewhere or has other triggers, or leaves it. */
export async function registerWebhook(
  box: Box,
  existing: ReadonlyMap<string, BoxWebhook>,
  {
    clientId,
    folderId,
    address,
    isDryRun,
  }: { clientId: string; folderId: string; address: string; isDryRun: boolean },
): Promise<Registered> {
  const webhook = existing.get(folderId)
  const base = { clientId, folderId, webhookId: webhook?.id }
  if (webhook?.address === address && sameTriggers(webhook)) return { ...base, action: 'SKIP' }
  if (webhook !== undefined) {
    if (!isDryRun) await box.webhooks.update(webhook.id, { address, triggers })
    return { ...base, action: 'UPDATED', was: webhook.address }
  }
  if (isDryRun) return { ...base, action: 'CREATED' }
  const created = await box.webhooks.create({ folderId, address, triggers }).catch((error: unknown) => {
    throw explained(error, clientId, folderId)
  })
  return { ...base, action: 'CREATED', webhookId: created.id }
}

function sameTriggers({ triggers: present }: BoxWebhook): boolean {
  return present.length === triggers.length && triggers.every((trigger) => present.includes(trigger))
}

/** The runbook's line. */
export function registeredLine({ clientId, folderId, action, webhookId, was }: Registered): string {
  const where = `${clientId} (${folderId})`
  if (action === 'SKIP') return `${where}: SKIP — webhook already exists`
  if (action === 'CREATED') return `${where}: CREATED webhook id=${webhookId ?? '(dry run)'}`
  return `${where}: UPDATED webhook id=${webhookId ?? ''} (was ${was ?? 'unknown'})`
}

function explained(error: unknown, clientId: string, folderId: string): unknown {
  if (!isBoxError(error) || error.status !== 409) return error
  return new CliError(
    'conflict',
    `${clientId} (${folderId}): Box says that this application ` +
      'has a webhook on the folder already, but does not list it',
    'Box allows one webhook per folder, application and user, whatever its address. Was it made by ' +
      'another user of the same app (the Developer Console)? Delete it there. Dev and ' +
      'prod on the same folders need two Box apps, or one of them must own the webhook.',
    { cause: error },
  )
}
