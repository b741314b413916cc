import type { Client } from '@temporalio/client'

import { messagesOf } from '../workflows/text'
import type { checkWebhooks, WebhookCheckResult } from '../workflows/scheduled/check-webhooks'
import { quoted } from './find-run'

export interface LastWebhookCheck {
  checkedAt: string
  /** Absent when the check itself failed. */
  result?: WebhookCheckResult
  failure?: string
}

/** The result of the newest check of the webhooks; undefined when there was none. No worker is needed. */
export async function lastWebhookCheck(
  temporal: Client,
  taskQueue: string,
): Promise<LastWebhookCheck | undefined> {
  const ours = `WorkflowType='checkWebhooks' AND TaskQueue=${quoted(taskQueue)}`
  const query = `${ours} AND ExecutionStatus!='Running'`
  for await (const { workflowId, runId, closeTime, startTime } of temporal.workflow.list({
    query,
    pageSize: 1,
  })) {
    const checkedAt = (closeTime ?? startTime).toISOString()
    try {
      const result = await temporal.workflow.getHandle<typeof checkWebhooks>(workflowId, runId).result()
      return { checkedAt, result }
    } catch (error) {
      return { checkedAt, failure: messagesOf(error) }
    }
  }
  return undefined
}
