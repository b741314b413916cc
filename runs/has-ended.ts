import type { Client } from '@temporalio/client'

import { type Upload, workflowIdFor } from '../workflows/contract'
import { quoted } from './find-run'
import { listExecutions } from './list-executions'
import { readPayload } from './read-payload'

const pageSize = 10

/**
 * True when a run of this version ended after the same event of Box, which came again. A file that returns to
 * INCOMING has an event of its own. The list is a moment behind.
 */
export async function hasEnded(temporal: Client, upload: Upload): Promise<boolean> {
  const done = `(ExecutionStatus='Completed' AND QcState IN ('done', 'superseded'))`
  const withdrawn = `(ExecutionStatus='Failed' AND QcState='withdrawn')`
  const ended = `WorkflowId=${quoted(workflowIdFor(upload))} AND (${done} OR ${withdrawn})`
  for await (const { memo } of listExecutions(temporal, ended, pageSize)) {
    const session = await readPayload(temporal, memo?.fields?.session, 'memo')
    if ('value' in session && isSameEvent(session.value, upload)) return true
  }
  return false
}

/** A second attempt after the same event has a number behind the session. */
function isSameEvent(session: unknown, upload: Upload): boolean {
  return typeof session === 'string' && `${session}-`.startsWith(`${upload.session}-`)
}
