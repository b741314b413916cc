import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client'

import {
  handlerNames,
  type QcUploadInput,
  type QcUploadResult,
  type Timings,
  type Upload,
  workflowType,
} from '../workflows/contract'
import { startOptionsFor } from '../workflows/start-options'
import { withTimeout } from './with-timeout'

export interface StartOptions {
  client: Client
  taskQueue: string
  timings: Timings
  hideFileNames: boolean
  /** The answer comes within this time, also when Temporal does not answer. */
  timeoutMs: number
}

export type StartUpload = (upload: Upload) => Promise<void>

/** Started by name: the gateway never loads workflow code. */
type QcUpload = (input: QcUploadInput) => Promise<QcUploadResult>

/**
 * Starts the run of an upload, or signals the open one that the upload arrived again: one call, so that
 * nothing falls between a run that ends and the next one. Resolves only after Temporal has stored it; rejects
 * otherwise, so that Box delivers again.
 */
export function createStartUpload(options: StartOptions): StartUpload {
  const { client, timeoutMs } = options
  return async (upload) => {
    const abort = new AbortController()
    // A gRPC deadline alone was seen to take seconds longer than it says, hence the race.
    const deadline = Date.now() + (timeoutMs * 3) / 4
    const work = client.withDeadline(deadline, () =>
      client.withAbortSignal(abort.signal, () => signalWithStart(options, upload)),
    )
    try {
      await withTimeout(timeoutMs, work, () => new Error(`Temporal did not answer within ${timeoutMs} ms`))
    } finally {
      abort.abort()
    }
  }
}

async function signalWithStart(
  { client, taskQueue, timings, hideFileNames }: StartOptions,
  upload: Upload,
): Promise<void> {
  try {
    await client.workflow.signalWithStart<QcUpload, [Upload]>(workflowType, {
      ...startOptionsFor(upload, { hideFileNames }),
      taskQueue,
      args: [{ upload, timings }],
      signal: handlerNames.arrived,
      signalArgs: [upload],
    })
  } catch (error) {
    // In shadow mode only: the run of this version has completed, and there is nothing left to do.
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error
  }
}
