import type { Client } from '@temporalio/client'

import { handlerNames, workflowType } from '../workflows/contract'
import type { StartedRun } from '../workflows/scheduled/check-webhooks'
import { quoted } from './find-run'
import { isoOf } from './iso-of'
import { type Execution, listExecutions, workflowIdOf } from './list-executions'
import { readPayload } from './read-payload'

const maxRuns = 1_000

/**
 * The client's runs that started since then, the newest first, 1,000 at most. Runs whose memo cannot be read
 * are left out: nothing says who started them.
 */
export async function startedRuns(temporal: Client, clientId: string, since: Date): Promise<StartedRun[]> {
  const query = [
    `WorkflowType='${workflowType}'`,
    `QcClient=${quoted(clientId)}`,
    `StartTime > '${since.toISOString()}'`,
  ].join(' AND ')
  const runs: StartedRun[] = []
  for await (const info of listExecutions(temporal, query, maxRuns)) {
    const run = await startOf(temporal, info)
    if (run !== undefined) runs.push(run)
    if (runs.length >= maxRuns) break
  }
  return runs
}

async function startOf(temporal: Client, info: Execution): Promise<StartedRun | undefined> {
  const read = async (name: string) => {
    const found = await readPayload(temporal, info.memo?.fields?.[name], 'memo')
    return 'value' in found && typeof found.value === 'string' ? found.value : undefined
  }
  const [origin, incomingFolderId, arrivedAt] = await Promise.all(['origin', 'folder', 'arrivedAt'].map(read))
  if (origin === undefined || incomingFolderId === undefined) return undefined
  const startedAtMs = Date.parse(isoOf(info.startTime) ?? '')
  const runId = info.execution?.runId ?? ''
  return { workflowId: workflowIdOf(info), runId, startedAtMs, origin, incomingFolderId, arrivedAt }
}

/** Box delivered this upload, at the start of the run or later. */
export async function wasDelivered(
  temporal: Client,
  { workflowId, runId }: Pick<StartedRun, 'workflowId' | 'runId'>,
): Promise<boolean> {
  const { events } = await temporal.workflow.getHandle(workflowId, runId).fetchHistory()
  return (events ?? []).some(
    ({ workflowExecutionSignaledEventAttributes: signal }) => signal?.signalName === handlerNames.arrived,
  )
}
