import type { Client } from '@temporalio/client'

import { CliError } from '../admin-cli/exit-codes'

const waitMs = 10_000

/**
 * Sends a validated update to a run and waits for its answer. Throws `notFound`, `conflict` (the run refused,
 * with its reason), or `upstreamDown` when no worker answered within 10 s.
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
    if (error instanceof WorkflowNotFoundError) {
      throw new CliError('notFound', `no running workflow ${workflowId}`, 'See: admin-cli runs list', {
        cause: error,
      })
    }
    if (error instanceof WorkflowUpdateFailedError) {
      throw new CliError(
        'conflict',
        error.cause?.message ?? error.message,
        `See: admin-cli runs show ${workflowId}`,
        { cause: error },
      )
    }
    throw new CliError(
      'upstreamDown',
      `no worker answered within ${waitMs / 1000} s`,
      `Is a worker up? The signal "${name}" in the Web UI waits for one.`,
      { cause: error },
    )
  }
}
