import type { Client } from '@temporalio/client'

import { handlerNames, workflowType } from '../workflows/contract'
import type { StartedRun } from '../workflows/scheduled/check-webhooks'
import { quoted } from './find-run'

const maxRuns = 1_000

/** The client's runs that started since then, the newest first, 1,000 at most. */
export async function startedRuns(temporal: Client, clientId: string, since: Date): Promise<StartedRun[]> {
  const query = [
    `WorkflowType='${workflowType}'`,
    `QcClient=${quoted(clientId)}`,
    `StartTime > '${since.toISOString()}'`,
  ].join(' AND ')
  const runs: StartedRun[] = []
  for await (const { workflowId, runId, startTime, memo = {} } of temporal.workflow.list({
    query,
    pageSize: maxRuns,
  })) {
    const { origin, folder, arrivedAt } = memo
    runs.push({
      ...{ workflowId, runId, startedAtMs: startTime.getTime() },
      ...{ origin: String(origin), incomingFolderId: String(folder) },
      arrivedAt: typeof arrivedAt === 'string' ? arrivedAt : undefined,
    })
    if (runs.length >= maxRuns) break
  }
  return runs
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
