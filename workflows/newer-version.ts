import { startChild, TemporalFailure, workflowInfo } from '@temporalio/workflow'

import {
  type NewerVersion,
  type QcUploadInput,
  type QcUploadResult,
  sessionFor,
  type Upload,
  workflowType,
} from './contract'
import { startOptionsFor } from './start-options'

/**
 * Starts the newer version's own run and waits until it has started, not until it ends. A delivery of Box or
 * a sweep may have started it already: the workflow id is the same, so there is one run whatever the order.
 */
export async function startNewerVersion(
  { upload, timings }: QcUploadInput,
  newer: NewerVersion,
): Promise<void> {
  const next = newerUpload(upload, newer)
  const hideFileNames =
    workflowInfo().typedSearchAttributes.get({ name: 'QcFile', type: 'KEYWORD' }) === undefined
  try {
    await startChild<(input: QcUploadInput) => Promise<QcUploadResult>>(workflowType, {
      ...startOptionsFor(next, { hideFileNames }),
      args: [{ upload: next, timings }],
      // The newer version's run is its own: it outlives this one, and a cancel of this one is none of it.
      parentClosePolicy: 'ABANDON',
      cancellationType: 'ABANDON',
    })
  } catch (error) {
    if (!isAlreadyStarted(error)) throw error
  }
}

/** By its name: `@temporalio/workflow` does not export the class. */
function isAlreadyStarted(error: unknown): boolean {
  return error instanceof TemporalFailure && error.name === 'WorkflowExecutionAlreadyStartedError'
}

/** The sessions so far are handed on: the source may lie in `_PROCESSED` under one of them already. */
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
