import type { Client } from '@temporalio/client'

import type { RunSummary } from '../runs/find-run'
import { clientNamed } from './client-config'
import type { Context } from './command'
import { CliError } from './exit-codes'
import { runName } from './item-id'
import { grpcStatusOf } from './temporal-failure'

const notFound = 5

/** Finds a run that a person named. Throws `notFound` when there never was one. */
export async function runNamed(temporal: Client, typed: string, isParkedFirst = false): Promise<RunSummary> {
  const { describeRun, resolveRun } = await import('../runs/find-run.js')
  const workflowId = await resolveRun(temporal, runName(typed), isParkedFirst)
  try {
    return await describeRun(temporal, workflowId)
  } catch (error) {
    if (!isMissing(error)) throw error
    throw new CliError('notFound', `there is no run ${workflowId}`, 'See: admin-cli runs list', {
      cause: error,
    })
  }
}

/**
 * Temporal, for the runs of a client. A client that was removed can still have runs, so Temporal is asked for
 * an unknown one, too; when it does not answer, the name is the first mistake. Throws `notFound` then.
 */
export async function temporalForRunsOf(
  client: string | boolean | undefined,
  { temporal, clientConfig }: Pick<Context, 'temporal' | 'clientConfig'>,
): Promise<Client> {
  return temporal().catch((error: unknown) => {
    if (typeof client === 'string') clientNamed(clientConfig(), client)
    throw error
  })
}

/** The parked run that a person named. Says at once why there is nothing to answer. */
export async function parkedRunNamed(temporal: Client, typed: string): Promise<RunSummary> {
  const run = await runNamed(temporal, typed, true)
  const { workflowId, state, closedAt, step } = run
  const show = `See: admin-cli runs show ${workflowId}`
  if (closedAt !== undefined)
    throw new CliError(
      'conflict',
      `${workflowId} has ended (${state}) on ${closedAt}: nothing waits there`,
      show,
    )
  if (state === 'needs_attention') return run
  const where = step === '' ? '' : ` at ${step}`
  throw new CliError('conflict', `${workflowId} is ${state}${where}: it does not wait for anybody`, show)
}

/** Throws `upstreamDown` at once when no worker polls the queue of the workflows. */
export async function requireWorker(temporal: Client, taskQueue: string): Promise<void> {
  const { hasWorker } = await import('../runs/has-worker.js')
  if (await hasWorker(temporal, taskQueue)) return
  throw new CliError(
    'upstreamDown',
    `no worker polls the task queue ${taskQueue}, so nobody would answer`,
    'Start a worker (npm run worker), or is QC_TASK_QUEUE another one?',
  )
}

function isMissing(error: unknown): boolean {
  return grpcStatusOf(error)?.code === notFound
}
