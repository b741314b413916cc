import { extname } from 'node:path'

import { errorTypes, type MoveResult, type ReportReceipt, type Upload } from '../workflows/contract'
import type { Activity } from './worker/as-activity'
import type { Box, BoxFile } from '../box/box'
import { isBoxError } from '../box/box-error'
import type { Dependencies } from './asset/dependencies'
import { fittingName } from './asset/fitting-name'
import { type Located, locate, newerVersionOf, processedName } from './asset/locate'
import { needsPerson } from './worker/outcomes'
import { printable } from '../workflows/text'
import { processedFolder } from './asset/processed-folder'

/**
 * Moves the source to `_PROCESSED` as `<session>_<name>`, with its current name. The receipt is required: no
 * move without a report. A newer version may arrive just before the move, so its answer is checked too.
 */
export function createMoveToProcessed({
  box,
  logger,
}: Dependencies): Activity<[Upload, ReportReceipt], MoveResult> {
  return async ({ signal }, upload) => {
    if (upload.mode === 'shadow') return { place: 'left' }
    const located = await locate(box, upload, signal)
    const result =
      located.location === 'processed'
        ? await alreadyProcessed(box, upload, located, signal)
        : await moveFromIncoming(box, upload, located, signal)
    const { place, name } = result
    const { session, fileId } = upload
    if (name !== undefined && place !== 'elsewhere')
      logger.info(
        { session, fileId, place },
        `Box webhook: moved source → ${processedName}/${printable(name)}`,
      )
    return result
  }
}

async function moveFromIncoming(
  box: Box,
  upload: Upload,
  { file, newerVersion }: Located,
  signal: AbortSignal,
): Promise<MoveResult> {
  if (newerVersion !== undefined) return { place: 'left', newerVersion }
  const folderId = await processedFolder(box, upload.incomingFolderId, signal)
  const moved = await move(box, upload, file, folderId, signal)
  return { place: 'moved', name: moved.name, folderId, newerVersion: newerVersionOf(moved, upload) }
}

/** Moved by an earlier attempt, by the run of an earlier version, or by another installation. */
async function alreadyProcessed(
  box: Box,
  upload: Upload,
  { file, newerVersion }: Located,
  signal: AbortSignal,
): Promise<MoveResult> {
  const where = { name: file.name, folderId: file.parentId, newerVersion }
  if (file.name.startsWith(`${upload.session}_`)) return { place: 'alreadyThere', ...where }
  const earlier = await earlierSessionOf(box, upload, file, signal)
  if (earlier === undefined || file.parentId === undefined) return { place: 'elsewhere', ...where }
  const original = { ...file, name: file.name.slice(earlier.length + 1) }
  const renamed = await move(box, upload, original, file.parentId, signal)
  return {
    place: 'moved',
    name: renamed.name,
    folderId: file.parentId,
    newerVersion: newerVersionOf(renamed, upload),
  }
}

/**
 * The session of an earlier version, when the name begins with it. The input may lack it: Box may announce a
 * new version while the old version's move is in flight. A session ends with the last digits of its version.
 */
async function earlierSessionOf(
  box: Box,
  upload: Upload,
  { id, name }: BoxFile,
  signal: AbortSignal,
): Promise<string | undefined> {
  const known = upload.earlierSessions.find((session) => name.startsWith(`${session}_`))
  const [, session, versionEnd] = /^(\d{8}T\d{6}Z-(\d{1,6})(?:-\d+)?)_/.exec(name) ?? []
  if (known !== undefined || versionEnd === undefined) return known
  const past = await box.pastVersionIds(id, signal)
  return past.some((versionId) => versionId !== upload.versionId && versionId.slice(-6) === versionEnd)
    ? session
    : undefined
}

/** Names that differ only in case, or beyond the 255th character, collide: then the file gets a number. */
async function move(
  box: Box,
  upload: Upload,
  file: BoxFile,
  folderId: string,
  signal: AbortSignal,
): Promise<BoxFile> {
  const prefix = `${upload.session}_`
  try {
    return await box.moveFile(file.id, { parentId: folderId, name: fittingName(prefix, file.name) }, signal)
  } catch (error) {
    if (isBoxError(error, 'not_found', 'trashed')) return vanished(box, upload, error, signal)
    if (isBoxError(error, 'forbidden')) throw roleTooLow(error)
    if (!isBoxError(error, 'name_taken')) throw error
    const name = await freeName(box, folderId, prefix, file, signal)
    return box.moveFile(file.id, { parentId: folderId, name }, signal)
  }
}

/** Box names no item in this conflict, so the folder is listed. */
async function freeName(
  box: Box,
  folderId: string,
  prefix: string,
  { id, name }: BoxFile,
  signal: AbortSignal,
): Promise<string> {
  const taken = new Set<string>()
  for await (const item of box.listFolder(folderId, signal))
    if (item.id !== id) taken.add(item.name.toLowerCase())
  const wanted = fittingName(prefix, name)
  let candidate = wanted
  for (let number = 2; taken.has(candidate.toLowerCase()); number++) candidate = numberedName(wanted, number)
  return candidate
}

function numberedName(name: string, number: number): string {
  const extension = extname(name)
  const stem = name.slice(0, name.length - extension.length)
  return fittingName('', stem, ` (${number})${extension}`)
}

/** Either the file is gone (withdrawn), or `_PROCESSED`, which the next attempt makes again. */
async function vanished(box: Box, upload: Upload, error: Error, signal: AbortSignal): Promise<never> {
  await locate(box, upload, signal)
  throw new Error(`${processedName} was removed while file ${upload.fileId} was moved into it`, {
    cause: error,
  })
}

function roleTooLow(error: Error) {
  const message = 'The service account cannot move files in INCOMING: it needs the Editor role'
  return needsPerson(
    `${message} (Viewer Uploader is not enough). ${error.message}`,
    errorTypes.permissionDenied,
    error,
  )
}
