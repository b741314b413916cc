import type { Client } from '@temporalio/client'

import { type Upload, workflowIdFor } from '../workflows/contract'
import { quoted } from './find-run'
import { listExecutions } from './list-executions'
import { readPayload } from './read-payload'

const pageSize = 10

/**
 * True when a run of this version ended as withdrawn after the same event of Box, which came again. A file
 * that returns to INCOMING has an event of its own. The list is a moment behind.
 */
export async function wasWithdrawn(temporal: Client, upload: Upload): Promise<boolean> {
  const ended = `WorkflowId=${quoted(workflowIdFor(upload))} AND QcState='withdrawn'`
  for await (const { memo } of listExecutions(temporal, `${ended} AND ExecutionStatus='Failed'`, pageSize)) {
    const session = await readPayload(temporal, memo?.fields?.session, 'memo')
    if ('value' in session && session.value === upload.session) return true
  }
  return false
}
