import { proxyActivities } from '@temporalio/workflow'

import { activityOptions } from './activity-options'
import type { FolderProblem } from './sweep-incoming'

export interface WebhookCheckInput {
  /** Where every webhook should point. */
  address: string
  isRepair: boolean
}

export interface WebhookCheckResult {
  checked: number
  wrong: number
  repaired: number
  /** The first 100. */
  problems: WebhookProblem[]
}

export interface WebhookProblem extends FolderProblem {
  isRepaired: boolean
}

/** Reports, and where allowed repairs, missing or altered webhooks of the configured clients. */
export async function checkWebhooks(input: WebhookCheckInput): Promise<WebhookCheckResult> {
  const summary = 'Compare the webhooks with the clients'
  const activities = proxyActivities<{ checkWebhooks: typeof checkWebhooks }>(activityOptions({ summary }))
  return activities.checkWebhooks(input)
}
