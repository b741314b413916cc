import type { Client } from '@temporalio/client'

import { RunError } from './run-error'

const waitMs = 10_000

/**
 * Sends a validated update to a run and waits for its answer. Throws a RunError: `not_found`, `rejected` with
 * the run's reason, or `no_worker` when none answered within 10 s.
 */
export async function updateRun(
  temporal: Client,
  workflowId: string,
  name: string,
  reason?: string,
): Promise<void> {
  const { WorkflowNotFoundError, WorkflowUpdateFailedError } = await import('@temporalio/client')
  try {
    const handle = temporal.workflow.getHandle(workflowId)
    await temporal.withDeadline(Date.now() + waitMs, () =>
      reason === undefined
        ? handle.executeUpdate(name)
        : handle.executeUpdate<unknown, [string]>(name, { args: [reason] }),
    )
  } catch (error) {
    if (error instanceof WorkflowNotFoundError)
      throw new RunError('not_found', `no running workflow ${workflowId}`, undefined, { cause: error })
    if (error instanceof WorkflowUpdateFailedError)
      throw new RunError(
        'rejected',
        error.cause?.message ?? error.message,
        `See: admin-cli runs show ${workflowId}`,
        { cause: error },
      )
    throw new RunError(
      'no_worker',
      `no worker answered within ${waitMs / 1000} s`,
      `Is a worker up? The signal "${name}" in the Web UI waits for one.`,
      { cause: error },
    )
  }
}
