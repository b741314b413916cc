import { createHash } from 'node:crypto'

import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client'

import { type NotifyInput, notifyWorkflowType } from '../workflows/contract'

/** Starts `notify` for a cause. False when one is open: it has told of this cause, or is about to. */
export async function startNotice(temporal: Client, taskQueue: string, input: NotifyInput): Promise<boolean> {
  const workflowId = noticeIdFor(taskQueue, input)
  try {
    await temporal.workflow.start(notifyWorkflowType, {
      ...{ workflowId, taskQueue, args: [input] },
      workflowIdConflictPolicy: 'FAIL',
      staticSummary: summaryOf(input),
    })
    return true
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return false
    throw error
  }
}

/** `qc-notice/acme/parked/9f86d081884c7d65`: one for each cause of a client. */
export function noticeIdFor(taskQueue: string, { cause }: Pick<NotifyInput, 'cause'>): string {
  const hash = createHash('sha256')
    .update(JSON.stringify(Object.entries(cause).sort()))
    .digest('hex')
  return [`${taskQueue}-notice`, cause.clientId, cause.kind, hash.slice(0, 16)].join('/')
}

function summaryOf({ cause }: NotifyInput): string {
  const client = cause.clientId || 'all clients'
  if (cause.kind === 'parked') return `Notice: ${client}, ${cause.step}, ${cause.errorType}`
  return `Notice: ${client}, ${cause.kind === 'webhook' ? `webhook ${cause.problem}` : 'failed files'}`
}
