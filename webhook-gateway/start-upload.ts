import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client'

import { type QcUploadInput, type QcUploadResult, sessionFor, type Timings, type Upload, workflowType } from '../workflows/contract'
import { startOptionsFor } from '../workflows/start-options'
import { within } from './within'

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
 * Starts the run of an upload, once: the workflow id is the dedup. Resolves only after Temporal has stored the start or
 * said that it has it already; rejects otherwise, so that Box delivers again. A start whose answer was lost is met
 * again by that delivery, as a duplicate.
 */
export function createStartUpload(options: StartOptions): StartUpload {
  const { client, timeoutMs } = options
  return async (upload) => {
    const abort = new AbortController()
    // A gRPC deadline alone was seen to take seconds longer than it says, hence the race.
    const deadline = Date.now() + (timeoutMs * 3) / 4
    const work = client.withDeadline(deadline, () => client.withAbortSignal(abort.signal, () => start(options, upload, abort.signal)))
    try {
      return await within(timeoutMs, work, () => new Error(`Temporal did not answer within ${timeoutMs} ms`))
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
    const next = await afterAlreadyStarted(options.client, upload)
    if (next === undefined) return { result: 'duplicate', upload }
    upload = next
  }
}

/** False when a run of this id runs, or has completed. */
async function isStarted({ client, taskQueue, timings, hideFileNames }: StartOptions, upload: Upload): Promise<boolean> {
  try {
    await client.workflow.start<QcUpload>(workflowType, {
      ...startOptionsFor(upload, { hideFileNames }),
      taskQueue,
      args: [{ upload, timings }],
      memo: { session: upload.session, file: upload.name },
    })
    return true
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return false
    throw error
  }
}

/**
 * What to start instead, or undefined for a duplicate. A file that lies in INCOMING again after a completed run (the event
 * is later than its close) gets the next attempt. A run that failed between our two calls has left its id free.
 */
async function afterAlreadyStarted(client: Client, upload: Upload): Promise<Upload | undefined> {
  const { workflowId } = startOptionsFor(upload, { hideFileNames: true })
  const { status, closeTime } = await client.workflow.getHandle(workflowId).describe()
  if (status.name === 'RUNNING') return undefined
  if (status.name !== 'COMPLETED') return upload
  if (closeTime === undefined || Date.parse(upload.eventTime) <= closeTime.getTime()) return undefined
  const attempt = upload.attempt + 1
  return { ...upload, attempt, session: sessionFor(upload.eventTime, upload.versionId, attempt) }
}
