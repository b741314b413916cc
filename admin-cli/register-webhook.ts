import type { Box, BoxWebhook } from '../box/box'
import { isBoxError } from '../box/box-error'
import { webhookDifference, webhookTriggers as triggers } from '../box/registered-webhooks'
import { CliError } from './exit-codes'

/** What is to be done for one INCOMING folder, and afterwards what was done. */
export interface Planned {
  clientId: string
  folderId: string
  action: 'CREATED' | 'UPDATED' | 'SKIP'
  webhookId: string | undefined
  address: string
  /** Where it points before an update. */
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

/** Idempotent: create the webhook, repair one that points elsewhere or has other triggers, or leave it. */
export function planned(
  existing: ReadonlyMap<string, BoxWebhook>,
  wanted: { clientId: string; folderId: string; address: string },
): Planned {
  const webhook = existing.get(wanted.folderId)
  if (webhook === undefined) return { ...wanted, webhookId: undefined, action: 'CREATED' }
  const base = { ...wanted, webhookId: webhook.id }
  return webhookDifference(webhook, wanted.address) === undefined
    ? { ...base, action: 'SKIP' }
    : { ...base, action: 'UPDATED', was: webhook.address }
}

export async function carryOut(box: Box, plan: Planned): Promise<Planned> {
  const { action, address, clientId, folderId, webhookId } = plan
  if (action === 'UPDATED' && webhookId !== undefined)
    await box.webhooks.update(webhookId, { address, triggers })
  if (action !== 'CREATED') return plan
  const created = await box.webhooks.create({ folderId, address, triggers }).catch((error: unknown) => {
    throw explained(error, clientId, folderId)
  })
  return { ...plan, webhookId: created.id }
}

/** The runbook's line. */
export function registeredLine(
  { clientId, folderId, action, webhookId, was }: Planned,
  isDryRun = false,
): string {
  const where = `${clientId} (${folderId})`
  if (action === 'SKIP') return `${where}: SKIP — webhook already exists`
  const done = `${where}: ${isDryRun ? 'would be ' : ''}${action}`
  if (action === 'CREATED') return isDryRun ? done : `${done} webhook id=${webhookId ?? ''}`
  return `${done} webhook id=${webhookId ?? ''} (was ${was ?? 'unknown'})`
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
