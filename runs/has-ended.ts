import type { Client } from '@temporalio/client'

import { type Upload, workflowIdFor } from '../workflows/contract'
import { quoted } from './find-run'

/**
 * True when a run of this version ended as done, superseded or withdrawn: after this event of Box or another
 * one, for a sweep or for a person. The list of runs is a moment behind.
 */
export async function hasEnded(temporal: Client, upload: Upload): Promise<boolean> {
  const done = `(ExecutionStatus='Completed' AND QcState IN ('done', 'superseded'))`
  const withdrawn = `(ExecutionStatus='Failed' AND QcState='withdrawn')`
  const ended = `WorkflowId=${quoted(workflowIdFor(upload))} AND (${done} OR ${withdrawn})`
  return (await temporal.workflow.count(ended)).count > 0
}
