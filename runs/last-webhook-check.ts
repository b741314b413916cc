import type { Client } from '@temporalio/client'

import { messagesOf } from '../workflows/text'
import type { checkWebhooks, WebhookCheckResult } from '../workflows/scheduled/check-webhooks'
import { quoted } from './find-run'
import { isoOf } from './iso-of'
import { listExecutions, workflowIdOf } from './list-executions'

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
  for await (const info of listExecutions(temporal, query, 1)) {
    const checkedAt = isoOf(info.closeTime ?? info.startTime) ?? ''
    const handle = temporal.workflow.getHandle<typeof checkWebhooks>(
      workflowIdOf(info),
      info.execution?.runId ?? undefined,
    )
    try {
      return { checkedAt, result: await handle.result() }
    } catch (error) {
      return { checkedAt, failure: messagesOf(error) }
    }
  }
  return undefined
}
