import type { Client } from '@temporalio/client'
import { temporal as proto } from '@temporalio/proto'

import { workflowType } from '../workflows/contract'
import { quoted } from './find-run'
import { hasWorker } from './has-worker'
import { isoOf } from './iso-of'
import { describeExecution, listExecutions, workflowIdOf } from './list-executions'

/** Far longer than a workflow task waits in a queue from which workers take tasks. */
const stalledMs = 15 * 60_000
const maxLooked = 500
const atOnce = 20

/** What a person does about them. */
export const stalledRemedy =
  'In the Web UI, reset each to its last workflow task. Where there is none, terminate the run: the sweep ' +
  'starts it again'

/**
 * Workflow ids of open runs whose workflow task no worker has taken for 15 minutes, although workers ask for
 * tasks: Temporal has lost the task. It has no time-out, and a signal makes no second one. Looks at the 500
 * newest runs that are old enough.
 */
export async function stalledRuns(temporal: Client, taskQueue: string, now = Date.now()): Promise<string[]> {
  const beforeMs = now - stalledMs
  const before = new Date(beforeMs).toISOString()
  const query = [
    `WorkflowType='${workflowType}'`,
    `TaskQueue=${quoted(taskQueue)}`,
    `ExecutionStatus='Running'`,
    `StartTime < '${before}'`,
  ].join(' AND ')
  const ids: string[] = []
  for await (const info of listExecutions(temporal, query, maxLooked)) {
    ids.push(workflowIdOf(info))
    if (ids.length === maxLooked) break
  }
  const stalled: string[] = []
  for (let index = 0; index < ids.length; index += atOnce) {
    const some = ids.slice(index, index + atOnce)
    const waiting = await Promise.all(some.map((id) => hasTaskFrom(temporal, id, beforeMs)))
    stalled.push(...some.filter((_, at) => waiting[at]))
  }
  return stalled.length > 0 && (await hasWorker(temporal, taskQueue)) ? stalled : []
}

/** A run that has ended meanwhile has none. */
async function hasTaskFrom(temporal: Client, workflowId: string, beforeMs: number): Promise<boolean> {
  const { pendingWorkflowTask } = await describeExecution(temporal, workflowId)
  if (pendingWorkflowTask?.state !== scheduled) return false
  const since = isoOf(pendingWorkflowTask.scheduledTime)
  return since !== undefined && Date.parse(since) < beforeMs
}

const scheduled = proto.api.enums.v1.PendingWorkflowTaskState.PENDING_WORKFLOW_TASK_STATE_SCHEDULED
