import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ApplicationFailure } from '@temporalio/activity'

import { errorTypes, type Report, type ReportReceipt, type Upload } from '../workflows/contract'
import type { Activity, OnFailure, Work } from './worker/as-activity'
import { factsFor } from '../quality-control/accept-file'
import type { BoxFile } from '../box/box'
import { isBoxError } from '../box/box-error'
import { requireClient } from './asset/require-client'
import type { Dependencies } from './asset/dependencies'
import { ensureFacts } from './asset/ensure-facts'
import { fileRefOf } from './asset/file-ref-of'
import { fittingName } from './asset/fitting-name'
import { locate } from './asset/locate'
import { needsPerson } from './worker/outcomes'
import { messageOf, printable } from '../workflows/text'
import { saveReport } from './asset/save-report'
import { renderReport } from '../quality-control/report/render-report'
import type { EmbeddedPreview } from '../quality-control/report/embedded-preview'

/**
 * Uploads the report to the client's REPORTS folder, as configured at this attempt, unless it is there. A
 * report with `supersededBy` is uploaded after the move, so the location of the source no longer matters.
 */
export function createUploadReport(deps: Dependencies): Activity<[Upload, Report], ReportReceipt> {
  return async (work, upload, report) => {
    const { newerVersion } =
      report.supersededBy === undefined ? await locate(deps.box, upload, work.signal) : {}
    const folderId = reportsFolderOf(deps, upload)
    const superseded = newerVersion && { supersededBy: { versionId: newerVersion.versionId } }
    const html = renderReport({ ...report, ...superseded }, await previewsFor(deps, work, upload, report))
    const reportName = fittingName(`QC_Report_${report.session}_`, report.fileName, '.html')
    const saved = await saveIn(deps, folderId, reportName, Buffer.from(html), work.signal)
    const { session, fileId } = upload
    deps.logger.info(
      { session, fileId },
      `Box webhook: uploaded report ${printable(reportName)} → folder ${folderId}`,
    )
    await deps.store.release(fileRefOf(upload))
    return { reportFileId: saved.id, reportVersionId: saved.versionId, reportName, folderId, newerVersion }
  }
}

/** Logs the runbook's line when no attempt follows. A withdrawn file is not a failure. */
export function onReportNotUploaded({ logger, store }: Dependencies): OnFailure<[Upload, Report]> {
  return async ({ failure, kind }, upload) => {
    await store.release(fileRefOf(upload))
    if (kind !== 'last') return
    if (failure instanceof ApplicationFailure && failure.type === errorTypes.withdrawn) return
    const { session, fileId } = upload
    const reason = messageOf(failure)
    logger.error({ session, fileId }, `failed to upload report to Box: ${printable(reason)}`)
  }
}

function reportsFolderOf(deps: Dependencies, upload: Upload): string {
  const { reportsFolderId } = requireClient(deps, upload)
  if (reportsFolderId !== undefined) return reportsFolderId
  throw needsPerson(
    `clients.yaml gives client "${upload.clientId}" no box_reports_folder_id`,
    errorTypes.configuration,
  )
}

/** Images are files on the host, made again when they are missing. A rejected asset has none. */
async function previewsFor(
  deps: Dependencies,
  work: Work,
  upload: Upload,
  report: Report,
): Promise<EmbeddedPreview[]> {
  if (report.medium === undefined || report.rejection !== undefined) return []
  const asset = await deps.store.ensureLocal(fileRefOf(upload), work)
  const wants = factsFor(
    report.medium,
    report.results.map(({ check }) => ({ id: check })),
    deps.catalogue(),
  )
  const { result, previewDir } = await ensureFacts(deps, work, upload, asset, { wants, acceptsStale: true })
  return Promise.all(
    result.previews.map(async (preview) => ({
      ...preview,
      bytes: await readFile(join(previewDir, preview.file)),
    })),
  )
}

async function saveIn(
  { box }: Dependencies,
  folderId: string,
  name: string,
  bytes: Buffer,
  signal: AbortSignal,
): Promise<BoxFile> {
  try {
    return await saveReport(box, { folderId, name, bytes, signal })
  } catch (error) {
    if (isBoxError(error, 'not_found', 'trashed')) {
      throw needsPerson(
        `REPORTS folder ${folderId} does not exist, or the service account has no access. ${error.message}`,
        errorTypes.reportsFolder,
        error,
      )
    }
    if (isBoxError(error, 'forbidden')) {
      const message = `The service account cannot write to REPORTS folder ${folderId}: it needs Editor.`
      throw needsPerson(`${message} ${error.message}`, errorTypes.permissionDenied, error)
    }
    throw error
  }
}
