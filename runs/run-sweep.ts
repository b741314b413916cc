import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client'

import type { sweepIncoming, SweepInput } from '../workflows/scheduled/sweep-incoming'
import { RunError } from './run-error'
import { scheduledId } from './schedules'

/**
 * Starts a sweep that repeats until nothing waits: one at a time for each client. Returns its workflow id.
 * Throws a RunError `rejected` when one is running.
 */
export async function startBackFill(
  temporal: Client,
  taskQueue: string,
  input: SweepInput & { repeatEveryMs: number },
): Promise<string> {
  const { clientId } = input
  const workflowId = `${scheduledId(taskQueue, 'sweepIncoming')}-back-fill-${clientId ?? 'of-all-clients'}`
  try {
    await temporal.workflow.start<typeof sweepIncoming>('sweepIncoming', {
      ...{ workflowId, taskQueue, args: [input] },
      staticSummary: `Back-fill of ${clientId ?? 'all clients'}`,
    })
    return workflowId
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error
    throw new RunError(
      'rejected',
      `${workflowId} is running already`,
      `To end it: temporal workflow cancel --workflow-id ${workflowId}. The runs that it started go on`,
    )
  }
}

/** One sweep when workers start; several that start together share it. */
export async function sweepAtStart(temporal: Client, taskQueue: string, input: SweepInput): Promise<void> {
  await temporal.workflow.start<typeof sweepIncoming>('sweepIncoming', {
    workflowId: `${scheduledId(taskQueue, 'sweepIncoming')}-at-start`,
    workflowIdConflictPolicy: 'USE_EXISTING',
    taskQueue,
    args: [input],
  })
}
