import type { Client } from '@temporalio/client'

import { stepNames, steps } from '../workflows/steps'
import { describeExecution } from './list-executions'
import { isoOf } from './iso-of'

/** Of Temporal's `PendingActivityState`. A step that is cancelled or paused has begun neither. */
const [scheduled, started] = [1, 2]

/** What an open run is doing at this moment, without the help of a worker. */
export interface RunActivity {
  step: string
  /** `waiting`: no worker has taken it yet. `retrying`: it failed, and the next attempt is to come. */
  state: 'running' | 'waiting' | 'retrying'
  attempt: number
  /** Of this attempt, or of the moment since when it waits. ISO 8601. */
  since: string | undefined
  lastError: string | undefined
  /** Why it waits, in a sentence. */
  reason: string | undefined
}

/** The pending steps of a run. A run that works on none has no worker for its workflow. */
export async function runActivities(temporal: Client, workflowId: string): Promise<RunActivity[]> {
  const { pendingActivities } = await describeExecution(temporal, workflowId)
  return (pendingActivities ?? [])
    .map((pending) => {
      const step = pending.activityType?.name ?? ''
      const attempt = pending.attempt ?? 1
      const isStarted = Number(pending.state) === started
      const state = isStarted ? 'running' : attempt > 1 ? 'retrying' : 'waiting'
      return {
        step,
        attempt,
        state,
        since: isoOf(isStarted ? pending.lastStartedTime : pending.scheduledTime),
        lastError: pending.lastFailure?.message ?? undefined,
        reason: state === 'waiting' ? reasonOf(step) : undefined,
      } satisfies RunActivity
    })
    .filter(({ step }) => stepOf(step) !== undefined)
}

/**
 * How long a step of this run has waited for a worker, in ms. Undefined when it does not wait: a worker has
 * it, or its next attempt is to come.
 */
export async function queuedMs(
  temporal: Client,
  workflowId: string,
  step: string,
  now = Date.now(),
): Promise<number | undefined> {
  const { raw } = await temporal.workflow.getHandle(workflowId).describe()
  const pending = raw.pendingActivities?.find(({ activityId }) => activityId === step)
  const dueAt = isoOf(pending?.scheduledTime)
  if (Number(pending?.state) !== scheduled || dueAt === undefined) return undefined
  const waitedMs = now - Date.parse(dueAt)
  return waitedMs < 0 ? undefined : waitedMs
}

function reasonOf(step: string): string {
  const known = stepOf(step)
  const queue = known === undefined ? 'main' : steps[known].queue
  if (queue === 'intake') return 'No host has room for one more asset yet, or no worker runs.'
  if (queue === 'host') return 'The host that has the file is busy with other assets, or its worker is down.'
  return 'All workers are busy, or none runs.'
}

function stepOf(name: string) {
  return stepNames.find((one) => one === name)
}
