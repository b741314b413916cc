import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'

import type { Client } from '@temporalio/client'

import { handlerNames } from '../workflows/contract'
import { messageOf } from '../workflows/text'
import { parkedQuery } from './parked-runs'
import { RunError } from './run-error'

export interface RetriedRuns {
  /** Temporal's id of the batch. */
  jobId: string
  /** Runs that needed attention when the batch began. */
  total: number
  /** Runs that Temporal told to try again. */
  told: number
  /** Runs that had ended meanwhile, or that Temporal could not tell. */
  failed: number
}

const pollMs = 250
/** BATCH_OPERATION_STATE_RUNNING, and the state before the batch has one. */
const unfinished = [0, 1]

/**
 * Tells all runs that need attention, or those of one client, to try again: one batch operation of Temporal,
 * which works through any number of runs at the server's rate. Throws a RunError `rejected` when Temporal
 * refuses the batch, and `no_worker` when it has not ended in time; it then goes on by itself.
 */
export async function retryAllParked(
  temporal: Client,
  clientId?: string,
  timeoutMs = 10 * 60_000,
): Promise<RetriedRuns> {
  const { namespace } = temporal.options
  const jobId = randomUUID()
  await startBatch(temporal, jobId, parkedQuery({ clientId }))
  for (const deadline = performance.now() + timeoutMs; performance.now() < deadline;) {
    await wait(pollMs)
    const batch = await temporal.workflowService.describeBatchOperation({ namespace, jobId })
    if (unfinished.includes(batch.state)) continue
    const total = Number(batch.totalOperationCount.toString())
    const told = Number(batch.completeOperationCount.toString())
    return { jobId, total, told, failed: Number(batch.failureOperationCount.toString()) }
  }
  throw new RunError('no_worker', `batch ${jobId} has not ended after ${timeoutMs / 1000} s`, 'It goes on.')
}

async function startBatch(temporal: Client, jobId: string, visibilityQuery: string): Promise<void> {
  try {
    await temporal.workflowService.startBatchOperation({
      namespace: temporal.options.namespace,
      jobId,
      visibilityQuery,
      reason: 'admin-cli runs retry --stuck',
      signalOperation: { signal: handlerNames.wake, identity: temporal.options.identity },
    })
  } catch (error) {
    const next = 'Temporal runs one batch at a time in a namespace: try again in a moment.'
    throw new RunError('rejected', `Temporal did not take the batch: ${messageOf(error)}`, next, {
      cause: error,
    })
  }
}
