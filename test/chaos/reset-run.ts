import { randomUUID } from 'node:crypto'

import { Client, WorkflowNotFoundError } from '@temporalio/client'

import { workflowIdFor } from '../../workflows/contract'
import type { KnownFile } from './change-file'
import { connectTemporal } from './connect-temporal'

/**
 * An operator resets the run of a file to one of its workflow tasks, as in the Web UI. `share` chooses the
 * task. False when there is no run yet, or none of its tasks has ended.
 */
export async function resetRun(address: string, file: KnownFile, share: number): Promise<boolean> {
  const connection = await connectTemporal(address)
  try {
    const client = new Client({ connection })
    const { fileId, versionId } = file
    const workflowId = workflowIdFor({ clientId: file.client.id, fileId, versionId })
    const handle = client.workflow.getHandle(workflowId)
    const { runId } = await handle.describe()
    const { events } = await client.workflow.getHandle(workflowId, runId).fetchHistory()
    const ends = (events ?? []).filter((event) => event.workflowTaskCompletedEventAttributes)
    const end = ends[Math.floor(share * ends.length)]
    if (end === undefined) return false
    await client.workflowService.resetWorkflowExecution({
      ...{ namespace: client.options.namespace, workflowExecution: { workflowId, runId } },
      ...{ reason: 'chaos', requestId: randomUUID(), workflowTaskFinishEventId: end.eventId },
    })
    return true
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false
    throw error
  } finally {
    await connection.close()
  }
}
