import { ApplicationFailure } from '@temporalio/activity'

import { errorTypes, type Report, type ReportReceipt, type Upload } from '../workflows/contract'
import { messageOf, printable } from '../workflows/text'
import type { Activity, OnFailure, Work } from './worker/as-activity'
import type { BoxFile } from '../box/box'
import { isBoxError } from '../box/box-error'
import { requireClient } from './asset/require-client'
import type { ActivityClient, Dependencies } from './asset/dependencies'
import { fileRefOf } from './asset/file-ref-of'
import { noticeOf } from './asset/file-notice'
import { fittingName } from './asset/fitting-name'
import { type Located, locate } from './asset/locate'
import { patiently } from './asset/patiently'
import { presentationOf } from './asset/presentation-of'
import { needsPerson } from './worker/outcomes'
import { readPreviews } from './asset/read-previews'
import { saveReport } from './asset/save-report'
import { showNotice } from './asset/show-notice'
import type { Presentation } from '../quality-control/report/presentation'
import { renderReport } from '../quality-control/report/render-report'

/**
 * Uploads the report to the client's REPORTS folder, as configured at this attempt, unless it is there, and
 * removes the file from this host. A
 * report with `supersededBy` is uploaded after the move, so the location of the source no longer matters.
 */
export function createUploadReport(deps: Dependencies): Activity<[Upload, Report], ReportReceipt> {
  return async (work, upload, report) => {
    const located = report.supersededBy === undefined ? await locate(deps, upload, work) : undefined
    const seenAt = new Date().toISOString()
    const { folderId, verdictOn, ...client } = await reportsFolderOf(deps, work, upload)
    const commentOn = deps.profile(upload.profileId)?.commentOn ?? client.commentOn
    const current = asOf(report, located)
    const presentation = presentationOf(deps.reports, { ...client, reportsFolderId: folderId }, current)
    const html = await pageOf(deps, current, presentation)
    const reportName = fittingName(`QC_Report_${report.session}_`, report.fileName, '.html')
    const bytes = Buffer.from(html)
    const saved = await patiently(deps, work, () => saveIn(deps, folderId, reportName, bytes, work))
    const { session, fileId } = upload
    deps.logger.info(
      { session, fileId },
      `Box webhook: uploaded report ${printable(reportName)} → folder ${folderId}`,
    )
    const notice = noticeOf(current)
    if (verdictOn === 'source_and_report') await showNotice(deps, work, saved, notice)
    await letGo(deps, upload, report.verdict === 'error' ? 'release' : 'remove')
    return {
      ...{ reportFileId: saved.id, reportVersionId: saved.versionId, reportName, folderId },
      ...{ newerVersion: located?.newerVersion, source: sourceOf(located, seenAt) },
      notice: verdictOn === 'none' ? undefined : notice,
      comment: isCommentWanted(commentOn, current) ? `${notice.line} Report: ${reportName}` : undefined,
    }
  }
}

/** Logs the runbook's line when no attempt follows. A withdrawn file is not a failure. */
export function onReportNotUploaded(deps: Dependencies): OnFailure<[Upload, Report]> {
  return async ({ failure, kind }, upload) => {
    await letGo(deps, upload, 'release')
    if (kind !== 'last') return
    const type = failure instanceof ApplicationFailure ? failure.type : undefined
    if (type === errorTypes.withdrawn || type === errorTypes.previewsGone) return
    const { session, fileId } = upload
    const reason = printable(messageOf(failure))
    deps.logger.error({ session, fileId }, `failed to upload report to Box: ${reason}`)
  }
}

function reportsFolderOf(deps: Dependencies, work: Work, upload: Upload) {
  return patiently(deps, work, async () => {
    const { reportsFolderId: folderId, ...client } = await requireClient(deps, work, upload)
    if (folderId !== undefined) return { ...client, folderId }
    throw needsPerson(
      `clients.yaml gives client "${upload.clientId}" no box_reports_folder_id`,
      errorTypes.configuration,
    )
  })
}

function isCommentWanted(commentOn: ActivityClient['commentOn'], { verdict }: Report): boolean {
  return commentOn === 'all' || (commentOn === 'problems' && verdict !== 'pass')
}

/** The report says when Box has a newer version. */
function asOf(report: Report, located: Located | undefined): Report {
  const newer = located?.newerVersion
  return newer === undefined ? report : { ...report, supersededBy: { versionId: newer.versionId } }
}

/**
 * This step never probes the file again. When the images are gone the run goes back to `checks`; a version
 * that Box has replaced gets a report without them, because its bytes may be gone too.
 */
async function pageOf(deps: Dependencies, report: Report, presentation: Presentation): Promise<string> {
  const previews = await readPreviews(deps, report)
  if (previews !== undefined) return renderReport(report, previews, presentation)
  if (report.supersededBy === undefined)
    throw needsPerson('The images of the report are no longer on this host', errorTypes.previewsGone)
  const note = {
    label: 'Images',
    value: 'Not in this report: they were no longer on the host.',
  }
  return renderReport({ ...report, technicalFacts: [...report.technicalFacts, note] }, [], presentation)
}

async function saveIn(
  { box }: Dependencies,
  folderId: string,
  name: string,
  bytes: Buffer,
  { signal }: Work,
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
      const message = `The service account cannot write to REPORTS folder ${folderId}`
      throw needsPerson(
        `${message}: it needs the Editor role. ${error.message}`,
        errorTypes.permissionDenied,
        error,
      )
    }
    throw error
  }
}

/**
 * After the report no step reads the file again, unless the run parks and plans again. The report is saved or
 * not, whether or not the host can let go of its asset.
 */
async function letGo({ store, logger }: Dependencies, upload: Upload, how: 'release' | 'remove') {
  await store[how](fileRefOf(upload)).catch((error: unknown) => {
    logger.warn({ session: upload.session, problem: messageOf(error) }, `could not ${how} the asset on disk`)
  })
}

/** For the move, which then needs no look of its own. */
function sourceOf(located: Located | undefined, seenAt: string): ReportReceipt['source'] {
  if (located?.location !== 'incoming' || located.newerVersion !== undefined) return undefined
  const { etag, name, description, tags, modifiedBy } = located.file
  // A hundred long tags are no payload: then the move looks at the file itself.
  if (JSON.stringify(tags).length > maxTagsLength) return undefined
  const uploader = modifiedBy && { id: modifiedBy.id, name: modifiedBy.name }
  return { etag, name, seenAt, description, tags, uploader }
}

const maxTagsLength = 5_000
