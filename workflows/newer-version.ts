import { startChild, TemporalFailure } from '@temporalio/workflow'

import { hidesFileNames } from './continue-run'
import {
  type NewerVersion,
  type QcUploadInput,
  type QcUploadResult,
  type Report,
  sessionFor,
  type Upload,
  workflowType,
} from './contract'
import type { Run } from './run'
import { RunEnd } from './run-end'
import { startOptionsFor } from './start-options'

/**
 * Starts the run of the newer version and waits until it has started. A delivery from Box or a sweep may have
 * started it already: the workflow id is the same, so there is one run.
 */
export async function startNewerVersion(
  { upload, timings }: QcUploadInput,
  newer: NewerVersion,
): Promise<void> {
  const next = newerUpload(upload, newer)
  try {
    await startChild<(input: QcUploadInput) => Promise<QcUploadResult>>(workflowType, {
      ...startOptionsFor(next, { hideFileNames: hidesFileNames() }),
      args: [{ upload: next, timings }],
      // A version that was done or given up needs no second run.
      workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
      // It outlives this run, and a cancel of this run does not reach it.
      parentClosePolicy: 'ABANDON',
      cancellationType: 'ABANDON',
    })
  } catch (error) {
    if (!isAlreadyStarted(error)) throw error
  }
}

/**
 * The newer version was seen after the report was uploaded, so the report is uploaded again and says so.
 * Returns the note for the result: the move is done, so nothing else can fail.
 */
export async function reportSuperseded(run: Run, report: Report, newer: NewerVersion): Promise<string> {
  try {
    const receipt = await run.uploadReport({ ...report, supersededBy: { versionId: newer.versionId } })
    const note = `Version ${newer.versionId} arrived with the move.`
    return receipt === undefined ? `${note} The report does not say so: its previews are gone.` : note
  } catch (error) {
    if (!(error instanceof RunEnd)) throw error
    return `Version ${newer.versionId} arrived with the move. The report does not say so: ${error.message}`
  }
}

/** By its name: `@temporalio/workflow` does not export the class. */
function isAlreadyStarted(error: unknown): boolean {
  return error instanceof TemporalFailure && error.name === 'WorkflowExecutionAlreadyStartedError'
}

/** The source may already be in `_PROCESSED` under one of the sessions so far. */
function newerUpload(upload: Upload, newer: NewerVersion): Upload {
  return {
    ...upload,
    versionId: newer.versionId,
    sha1: newer.sha1,
    sizeBytes: newer.sizeBytes,
    name: newer.name,
    eventTime: newer.createdAt,
    origin: 'newVersion',
    attempt: 1,
    session: sessionFor(newer.createdAt, newer.versionId),
    earlierSessions: [...upload.earlierSessions, upload.session],
  }
}
