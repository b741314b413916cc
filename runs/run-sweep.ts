import { randomUUID } from 'node:crypto'

import type { Client } from '@temporalio/client'

import { choreWorkflows, type SweepInput, type SweepResult } from '../workflows/chores'
import { RunError } from './run-error'
import { withTimeout } from './with-timeout'

type Sweep = (input: SweepInput) => Promise<SweepResult>

/**
 * Starts a sweep beside the scheduled one. Resolves with its workflow id once Temporal has stored the start.
 */
export async function startSweep(temporal: Client, taskQueue: string, input: SweepInput): Promise<string> {
  const { workflowId } = await temporal.workflow.start<Sweep>(choreWorkflows.sweepIncoming, {
    workflowId: `${taskQueue}-sweep-incoming-${randomUUID()}`,
    taskQueue,
    args: [input],
  })
  return workflowId
}

/** Waits for the result. Throws a RunError `no_worker` when there is none in time; the sweep then goes on. */
export async function sweepResult(
  temporal: Client,
  workflowId: string,
  timeoutMs: number,
): Promise<SweepResult> {
  const work = temporal.workflow.getHandle<Sweep>(workflowId).result()
  return withTimeout(
    timeoutMs,
    work,
    () =>
      new RunError(
        'no_worker',
        `${workflowId} has not ended after ${timeoutMs / 1000} s`,
        'It goes on by itself. Is a worker running? `npm run worker` starts one.',
      ),
  )
}
