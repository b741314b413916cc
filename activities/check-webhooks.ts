import type { Box, BoxWebhook } from '../box/box'
import { isBoxError } from '../box/box-error'
import type {
  WebhookCheckInput,
  WebhookCheckResult,
  WebhookProblem,
} from '../workflows/scheduled/check-webhooks'
import type { Dependencies, SweptFolder } from './asset/dependencies'
import type { Activity } from './worker/as-activity'

const triggers = ['FILE.UPLOADED']
const maxProblems = 100

/**
 * Compares the webhook of each INCOMING with the configured address and triggers. Logs each difference, and
 * repairs it when `isRepair`. Box lists only the webhooks of our own app, so those of another installation
 * stay as they are.
 */
export function createCheckWebhooks({
  box,
  sweep,
  logger,
}: Dependencies): Activity<[WebhookCheckInput], WebhookCheckResult> {
  return async ({ signal }, input) => {
    const existing = await webhooksByFolder(box, signal)
    const folders = sweep.incomingFolders()
    const problems: WebhookProblem[] = []
    for (const folder of folders) {
      const problem = await check(box, existing.get(folder.folderId), folder, input, signal)
      if (problem === undefined) continue
      logger.error({ ...problem }, `webhook of ${problem.clientId}: ${problem.message}`)
      problems.push(problem)
    }
    const repaired = problems.filter(({ isRepaired }) => isRepaired).length
    return {
      checked: folders.length,
      wrong: problems.length,
      repaired,
      problems: problems.slice(0, maxProblems),
    }
  }
}

/** The list has no addresses, so each webhook is read by its id. */
async function webhooksByFolder(box: Box, signal: AbortSignal): Promise<Map<string, BoxWebhook>> {
  const byFolder = new Map<string, BoxWebhook>()
  for await (const { id, targetId, targetType } of box.webhooks.list(signal))
    if (targetType === 'folder') byFolder.set(targetId, await box.webhooks.get(id, signal))
  return byFolder
}

async function check(
  box: Box,
  webhook: BoxWebhook | undefined,
  { clientId, folderId }: SweptFolder,
  { address, isRepair }: WebhookCheckInput,
  signal: AbortSignal,
): Promise<WebhookProblem | undefined> {
  const message = differenceOf(webhook, address)
  if (message === undefined) return undefined
  const problem = { clientId, folderId, message, isRepaired: false }
  if (!isRepair) return problem
  try {
    if (webhook === undefined) await box.webhooks.create({ folderId, address, triggers }, signal)
    else await box.webhooks.update(webhook.id, { address, triggers }, signal)
    return { ...problem, isRepaired: true }
  } catch (error) {
    if (!isBoxError(error)) throw error
    return { ...problem, message: `${message}; the repair failed: ${error.message}` }
  }
}

function differenceOf(webhook: BoxWebhook | undefined, address: string): string | undefined {
  if (webhook === undefined) return 'it is missing'
  if (webhook.address !== address) return `it points to ${webhook.address}, expected ${address}`
  if (triggers.every((trigger) => webhook.triggers.includes(trigger))) return undefined
  return `its triggers are ${webhook.triggers.join(', ')}, expected ${triggers.join(', ')}`
}
