import { setTimeout as sleep } from 'node:timers/promises'

import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client'

import {
  type QcUploadInput,
  type QcUploadResult,
  sessionFor,
  type Timings,
  type Upload,
  workflowType,
} from '../workflows/contract'
import { startOptionsFor } from '../workflows/start-options'
import { meetRun } from './meet-run'
import { withTimeout } from './with-timeout'

export interface StartOptions {
  client: Client
  taskQueue: string
  timings: Timings
  hideFileNames: boolean
  /** The answer comes within this time, whatever Temporal does. */
  timeoutMs: number
}

export interface Started {
  result: 'started' | 'duplicate'
  /** With the attempt and the session that it got. */
  upload: Upload
}

export type StartUpload = (upload: Upload) => Promise<Started>

/** Started by name: the gateway never loads workflow code. */
type QcUpload = (input: QcUploadInput) => Promise<QcUploadResult>

/**
 * Starts the run of an upload, once: the workflow id is the dedup. Resolves only after Temporal has stored
 * the start or said that it has it already; rejects otherwise, so that Box delivers again. A start whose
 * answer was lost is met again by that delivery, as a duplicate.
 */
export function createStartUpload(options: StartOptions): StartUpload {
  const { client, timeoutMs } = options
  return async (upload) => {
    const abort = new AbortController()
    // A gRPC deadline alone was seen to take seconds longer than it says, hence the race.
    const deadline = Date.now() + (timeoutMs * 3) / 4
    const work = client.withDeadline(deadline, () =>
      client.withAbortSignal(abort.signal, () => start(options, upload, abort.signal)),
    )
    try {
      return await withTimeout(
        timeoutMs,
        work,
        () => new Error(`Temporal did not answer within ${timeoutMs} ms`),
      )
    } finally {
      abort.abort()
    }
  }
}

async function start(options: StartOptions, first: Upload, signal: AbortSignal): Promise<Started> {
  let upload = first
  for (;;) {
    signal.throwIfAborted()
    if (await isStarted(options, upload)) return { result: 'started', upload }
    const meeting = await meetRun(options.client, upload)
    if (meeting === 'duplicate') return { result: 'duplicate', upload }
    if (meeting === 'next') upload = nextAttempt(upload)
    // A run that is still about to end when our time is up ends in a 503: Box delivers again.
    if (meeting === 'wait') await sleep(200, undefined, { signal })
  }
}

function nextAttempt(upload: Upload): Upload {
  const attempt = upload.attempt + 1
  return { ...upload, attempt, session: sessionFor(upload.eventTime, upload.versionId, attempt) }
}

/** False when a run of this id runs, or has completed. */
async function isStarted(
  { client, taskQueue, timings, hideFileNames }: StartOptions,
  upload: Upload,
): Promise<boolean> {
  try {
    await client.workflow.start<QcUpload>(workflowType, {
      ...startOptionsFor(upload, { hideFileNames }),
      taskQueue,
      args: [{ upload, timings }],
    })
    return true
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return false
    throw error
  }
}
