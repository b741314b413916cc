import { randomUUID } from 'node:crypto'

import type { Client } from '@temporalio/client'

import type * as scheduled from '../workflows/scheduled'
import { RunError } from './run-error'
import { type ScheduledName, scheduledId } from './schedules'
import { withTimeout } from './with-timeout'

/** A scheduled workflow that a person started, outside its schedule. */
export interface StartedRound<Name extends ScheduledName> {
  workflowId: string
  /** Throws a RunError `no_worker` when there is no result in time; the work then goes on. */
  result: (timeoutMs: number) => Promise<Awaited<ReturnType<(typeof scheduled)[Name]>>>
}

/** Starts a scheduled workflow now, beside its schedule. Resolves once Temporal has stored the start. */
export async function runScheduled<Name extends ScheduledName>(
  temporal: Client,
  taskQueue: string,
  name: Name,
  ...args: Parameters<(typeof scheduled)[Name]>
): Promise<StartedRound<Name>> {
  const workflowId = `${scheduledId(taskQueue, name)}-${randomUUID()}`
  const handle = await temporal.workflow.start(name, { workflowId, taskQueue, args })
  return { workflowId, result: (timeoutMs) => resultInTime(workflowId, handle.result(), timeoutMs) }
}

function resultInTime<Result>(
  workflowId: string,
  result: Promise<Result>,
  timeoutMs: number,
): Promise<Result> {
  return withTimeout(
    timeoutMs,
    result,
    () =>
      new RunError(
        'no_worker',
        `${workflowId} has not ended after ${timeoutMs / 1000} s`,
        'It goes on by itself. Is a worker running? `npm run worker` starts one.',
      ),
  )
}
