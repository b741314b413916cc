import { createHash } from 'node:crypto'

import { errorTypes } from '../../workflows/contract'
import type { Box, BoxFile } from '../../box/box'
import { type BoxError, isBoxError } from '../../box/box-error'
import { needsPerson } from '../worker/outcomes'
import { reportMarker } from '../../quality-control/report/render-report'

export interface ReportFile {
  folderId: string
  name: string
  bytes: Buffer
  signal: AbortSignal
}

/** The marker is in the head of the page. */
const headBytes = 64 << 10

/**
 * Saves a report in its folder. A file with this name and the same bytes is the report (an earlier answer was
 * lost); our own report with other bytes gets a new version; any other file is left alone.
 */
export async function saveReport(box: Box, report: ReportFile): Promise<BoxFile> {
  try {
    return await upload(box, report)
  } catch (error) {
    // Box may have applied the upload all the same: then the second one is refused, and names the file.
    if (isBoxError(error, 'server_error', 'no_answer')) return upload(box, report)
    throw error
  }
}

async function upload(box: Box, report: ReportFile): Promise<BoxFile> {
  try {
    return await box.uploadFile(report.folderId, report.name, report.bytes, report.signal)
  } catch (error) {
    if (isBoxError(error, 'name_taken')) return replace(box, report, error)
    throw error
  }
}

async function replace(box: Box, report: ReportFile, refusal: BoxError): Promise<BoxFile> {
  const [conflict] = refusal.conflicts
  if (conflict === undefined) throw refusal
  const named = `${report.name} (id ${conflict.id}) in REPORTS folder ${report.folderId}`
  const taken = (why: string) => needsPerson(`${named} ${why}`, errorTypes.reportNameTaken)
  if (conflict.type !== 'file') throw taken(`is a ${conflict.type}`)
  const existing = await box.getFile(conflict.id, report.signal)
  if (existing.sha1 === sha1Of(report.bytes)) return existing
  const isReport = (await headOf(box, existing, report.signal)).includes(reportMarker)
  // A client may use the same account for other files.
  if (!isReport) throw taken('is not one of our reports')
  if (existing.createdById === (await box.me(report.signal)).id)
    return box.uploadVersion(existing, report.bytes, report.signal)
  throw taken('is a report by another installation on this folder: set `mode: shadow` in one of the two')
}

async function headOf(box: Box, { id, versionId }: BoxFile, signal: AbortSignal): Promise<string> {
  const { body } = await box.openContent({ fileId: id, versionId, fromByte: 0, signal })
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of body) {
    chunks.push(chunk)
    bytes += chunk.length
    if (bytes >= headBytes) break
  }
  return Buffer.concat(chunks).toString('utf8')
}

function sha1Of(bytes: Buffer): string {
  return createHash('sha1').update(bytes).digest('hex')
}
