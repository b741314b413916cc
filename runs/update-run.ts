import type { Client } from '@temporalio/client'

import { RunError } from './run-error'

/** A worker that replaces a killed one gets the task after 10 s, when its sticky queue has timed out. */
const waitMs = 60_000
const noticeMs = 1_000

export interface RunUpdate {
  name: string
  /** The argument of `abandon`. */
  reason?: string
  onWait: (message: string) => void
}

/**
 * Sends a validated update to a run and waits for its answer. Throws a RunError: `not_found`, `rejected` with
 * the run's reason, or `no_worker` when none answered within 60 s. `onWait`
 * is called once when the answer takes longer than 1 s.
 */
export async function updateRun(
  temporal: Client,
  workflowId: string,
  { name, reason, onWait }: RunUpdate,
): Promise<void> {
  const { WorkflowNotFoundError, WorkflowUpdateFailedError } = await import('@temporalio/client')
  const notice = setTimeout(
    () => onWait(`no worker has answered yet, waiting up to ${waitMs / 1000} s`),
    noticeMs,
  )
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
  } finally {
    clearTimeout(notice)
  }
}
