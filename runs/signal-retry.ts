import { type Client, WorkflowNotFoundError } from '@temporalio/client'

import { handlerNames } from '../workflows/contract'
import { RunError } from './run-error'

/**
 * Asks a parked run to retry. Temporal keeps the signal, so it counts even when no worker is up. A run that
 * waits for nothing ignores it. Throws a RunError `not_found` when the run is closed.
 */
export async function signalRetry(temporal: Client, workflowId: string): Promise<void> {
  try {
    await temporal.workflow.getHandle(workflowId).signal(handlerNames.retry)
  } catch (error) {
    if (error instanceof WorkflowNotFoundError)
      throw new RunError('not_found', `${workflowId} is not running any more`, undefined, { cause: error })
    throw error
  }
}
