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
import { fileRefOf } from './asset/file-ref'
import { fittingName } from './asset/fitting-name'
import { locate } from './asset/locate'
import { needsPerson } from './worker/outcomes'
import { messageOf, printable } from '../workflows/text'
import { saveReport } from './asset/save-report'
import { renderReport } from '../quality-control/report/render-report'
import type { EmbeddedPreview } from '../quality-control/report/embedded-preview'

/**
 * Files the report in the client's REPORTS folder, which is looked up in the configuration at every attempt,
 * or finds that it is filed already. A report that says `supersededBy` is filed after the move: then nobody
 * asks where the source lies.
 */
export function createUploadReport(deps: Dependencies): Activity<[Upload, Report], ReportReceipt> {
  return async (work, upload, report) => {
    const { newerVersion } =
      report.supersededBy === undefined ? await locate(deps.box, upload, work.signal) : {}
    const folderId = reportsFolderOf(deps, upload)
    const superseded = newerVersion && { supersededBy: { versionId: newerVersion.versionId } }
    const html = renderReport({ ...report, ...superseded }, await previewsFor(deps, work, upload, report))
    const reportName = fittingName(`QC_Report_${report.session}_`, report.fileName, '.html')
    const filed = await fileIn(deps, folderId, reportName, Buffer.from(html), work.signal)
    const { session, fileId } = upload
    deps.logger.info(
      { session, fileId },
      `Box webhook: uploaded report ${printable(reportName)} → folder ${folderId}`,
    )
    await deps.store.release(fileRefOf(upload))
    return { reportFileId: filed.id, reportVersionId: filed.versionId, reportName, folderId, newerVersion }
  }
}

/** The runbook's line, when the upload failed for good. A withdrawn file is no failure. */
export function reportNotFiled({ logger, store }: Dependencies): OnFailure<[Upload, Report]> {
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

/** Pictures are files on the host, made again when they are gone. A rejected asset has none. */
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

async function fileIn(
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
        `REPORTS folder ${folderId} is not there, or not for us. ${error.message}`,
        errorTypes.reportsFolder,
        error,
      )
    }
    if (isBoxError(error, 'forbidden')) {
      const message = `The service account may not write to REPORTS folder ${folderId}: it needs the Editor role. ${error.message}`
      throw needsPerson(message, errorTypes.permissionDenied, error)
    }
    throw error
  }
}
