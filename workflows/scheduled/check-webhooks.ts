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

/**
 * `silent`: files arrive, and Box delivers none of them. `session`: Box does not accept our application, as
 * it says with NO_ACTIVE_SESSION; then client and folder are empty.
 */
export type WebhookProblemKind = 'missing' | 'address' | 'triggers' | 'silent' | 'session'

export interface WebhookProblem extends FolderProblem {
  kind: WebhookProblemKind
  isRepaired: boolean
}

/** What the memo of a run says about its start. */
export interface StartedRun {
  workflowId: string
  runId: string
  startedAtMs: number
  origin: string
  incomingFolderId: string
  /** Only of a run that the sweep started: when the file came, by Box's clock. */
  arrivedAt?: string
}

/** Reports, and where allowed repairs, the webhooks of the configured clients. */
export async function checkWebhooks(input: WebhookCheckInput): Promise<WebhookCheckResult> {
  const summary = 'Compare the webhooks with the clients'
  const activities = proxyActivities<{ checkWebhooks: typeof checkWebhooks }>(activityOptions({ summary }))
  return activities.checkWebhooks(input)
}
