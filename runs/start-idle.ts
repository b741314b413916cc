import { status } from '@grpc/grpc-js'
import { type Client, isGrpcServiceError, WorkflowExecutionAlreadyStartedError } from '@temporalio/client'

import {
  type QcUploadInput,
  type QcUploadResult,
  type Timings,
  type Upload,
  workflowIdFor,
  workflowType,
} from '../workflows/contract'
import { startOptionsFor } from '../workflows/start-options'
import { describeRun, type RunSummary } from './find-run'

export interface StartIdleOptions {
  client: Client
  taskQueue: string
  timings: Timings
  hideFileNames: boolean
}

/**
 * True when it started a run, false when this version has one. `arrivedAt`, ISO 8601, goes into the memo:
 * when the file came, for the check of the webhooks.
 */
export type StartIdle = (upload: Upload, arrivedAt?: string) => Promise<boolean>

const deadlineMs = 10_000

/**
 * Starts a run unless one is open. Unlike a delivery, it sends nothing to an open run: a sweep sees each file
 * again and again. A closed run does not count, since the file is in INCOMING all the same. In shadow mode it
 * counts, except for a rerun: there a file stays in INCOMING after its report.
 */
export function createStartIdle({ client, taskQueue, timings, hideFileNames }: StartIdleOptions): StartIdle {
  return async (upload, arrivedAt) => {
    const workflowIdReusePolicy = isOnce(upload) ? 'ALLOW_DUPLICATE_FAILED_ONLY' : 'ALLOW_DUPLICATE'
    const options = startOptionsFor(upload, { hideFileNames })
    try {
      await client.withDeadline(Date.now() + deadlineMs, () =>
        client.workflow.start<(input: QcUploadInput) => Promise<QcUploadResult>>(workflowType, {
          ...options,
          memo: { ...options.memo, ...(arrivedAt === undefined ? {} : { arrivedAt }) },
          workflowIdReusePolicy,
          workflowIdConflictPolicy: 'FAIL',
          taskQueue,
          args: [{ upload, timings }],
        }),
      )
      return true
    } catch (error) {
      if (error instanceof WorkflowExecutionAlreadyStartedError) return false
      throw error
    }
  }
}

/** The run for which `createStartIdle` would answer false; undefined when it would start one. */
export async function runInTheWay(client: Client, upload: Upload): Promise<RunSummary | undefined> {
  try {
    const run = await describeRun(client, workflowIdFor(upload))
    const isOpen = run.closedAt === undefined
    return isOpen || (isOnce(upload) && !failedStates.includes(run.state)) ? run : undefined
  } catch (error) {
    if (isGrpcServiceError(error) && error.code === status.NOT_FOUND) return undefined
    throw error
  }
}

/** How a run ends that has no result. */
const failedStates = ['failed', 'cancelled', 'terminated', 'timed_out']

function isOnce({ mode, origin }: Upload): boolean {
  return mode === 'shadow' && origin !== 'rerun'
}
