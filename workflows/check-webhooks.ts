import { proxyActivities } from '@temporalio/workflow'

import type { Chores, WebhookCheckInput, WebhookCheckResult } from './chores'
import { choreOptions } from './steps'

/**
 * Compares Box's webhooks with the configured clients. The result names what was wrong and what was repaired.
 */
export async function checkWebhooks(input: WebhookCheckInput): Promise<WebhookCheckResult> {
  return proxyActivities<Chores>(choreOptions('checkWebhooks')).checkWebhooks(input)
}
