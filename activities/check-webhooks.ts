import type { Box, BoxWebhook } from '../box/box'
import { isBoxError } from '../box/box-error'
import { webhookDifference, webhooksByFolder, webhookTriggers as triggers } from '../box/registered-webhooks'
import type {
  WebhookCheckInput,
  WebhookCheckResult,
  WebhookProblem,
} from '../workflows/scheduled/check-webhooks'
import type { Dependencies, SweptFolder } from './asset/dependencies'
import { silenceOf } from './asset/silence-of'
import type { Activity } from './worker/as-activity'

const maxProblems = 100

type Difference = Pick<WebhookProblem, 'kind' | 'message'>

/**
 * Compares the webhook of each INCOMING with the configured address and triggers, and looks for one that is
 * right but delivers nothing. Logs and counts each problem, and repairs it when `isRepair`. Box lists only
 * the webhooks of our own app, so those of another installation stay as they are.
 */
export function createCheckWebhooks(deps: Dependencies): Activity<[WebhookCheckInput], WebhookCheckResult> {
  const { box, sweep, logger, counts } = deps
  return async ({ signal }, input) => {
    const folders = sweep.incomingFolders()
    const problems: WebhookProblem[] = []
    const report = (problem: WebhookProblem | undefined) => {
      if (problem === undefined) return
      logger.error({ ...problem }, `webhook of ${problem.clientId || 'all clients'}: ${problem.message}`)
      counts.webhookProblem(problem.kind, problem.isRepaired)
      problems.push(problem)
    }
    const existing = await ourWebhooks(box, signal)
    if (!('kind' in existing))
      for (const folder of folders) report(await check(deps, existing, folder, input, signal))
    else report({ clientId: '', folderId: '', ...existing, isRepaired: false })
    counts.webhookCheckEnded()
    return {
      checked: folders.length,
      wrong: problems.length,
      repaired: problems.filter(({ isRepaired }) => isRepaired).length,
      problems: problems.slice(0, maxProblems),
    }
  }
}

/** Or why Box gives none to our application. */
async function ourWebhooks(
  box: Box,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, BoxWebhook> | Difference> {
  try {
    return await webhooksByFolder(box, signal)
  } catch (error) {
    if (!isBoxError(error, 'unauthorized')) throw error
    const remedy = 'Authorize the application again in the Box Admin Console'
    return { kind: 'session', message: `Box does not accept our application. ${error.message}. ${remedy}` }
  }
}

async function check(
  deps: Dependencies,
  existing: ReadonlyMap<string, BoxWebhook>,
  folder: SweptFolder,
  { address, isRepair }: WebhookCheckInput,
  signal: AbortSignal,
): Promise<WebhookProblem | undefined> {
  const { clientId, folderId } = folder
  const webhook = existing.get(folderId)
  const difference = webhookDifference(webhook, address) ?? (await silence(deps, folder, webhook))
  if (difference === undefined) return undefined
  const problem = { clientId, folderId, ...difference, isRepaired: false }
  if (!isRepair) return problem
  try {
    await repair(deps.box, webhook, { folderId, address }, difference, signal)
    return { ...problem, isRepaired: true }
  } catch (error) {
    if (!isBoxError(error)) throw error
    return { ...problem, message: `${difference.message}; the repair failed: ${error.message}` }
  }
}

/** A silent webhook is made again: Box has nothing to correct in it. */
async function repair(
  { webhooks }: Box,
  webhook: BoxWebhook | undefined,
  { folderId, address }: { folderId: string; address: string },
  { kind }: Difference,
  signal: AbortSignal,
): Promise<void> {
  if (webhook !== undefined && kind !== 'silent')
    await webhooks.update(webhook.id, { address, triggers }, signal)
  else {
    if (webhook !== undefined) await webhooks.delete(webhook.id, signal)
    await webhooks.create({ folderId, address, triggers }, signal)
  }
}

async function silence(
  { sweep }: Dependencies,
  folder: SweptFolder,
  webhook: BoxWebhook | undefined,
): Promise<Difference | undefined> {
  const message = await silenceOf(sweep, folder, webhook?.createdAt)
  return message === undefined ? undefined : { kind: 'silent', message }
}
