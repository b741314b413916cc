import {
  errorTypes,
  type FileNotice,
  isServiceAccount,
  type MoveResult,
  processedName,
} from '../workflows/contract'
import type { ReportReceipt, Upload } from '../workflows/contract'
import { printable } from '../workflows/text'
import type { Activity, Work } from './worker/as-activity'
import type { BoxFile, BoxPerson } from '../box/box'
import { isBoxError } from '../box/box-error'
import type { Dependencies } from './asset/dependencies'
import { earlierSessionOf } from './asset/earlier-session-of'
import { locate, newerVersionOf } from './asset/locate'
import { moveAsSession, type MovableFile } from './asset/move-as-session'
import { patiently } from './asset/patiently'
import { createProcessedFolders, type ProcessedFolders } from './asset/processed-folders'
import { commentOn, showNotice } from './asset/show-notice'
import { needsPerson } from './worker/outcomes'

/** How often the file is located again when it changes just before the move. */
const maxLooks = 5
/** How long the move trusts what `uploadReport` saw of the source. */
const receiptIsFreshMs = 10_000
const attemptsWithNotice = 3

/**
 * Moves the source to `_PROCESSED` as `<session>_<name>`, with its current name. The receipt is required: no
 * move without a report. A newer version may arrive just before the move, so its answer is checked too.
 */
export function createMoveToProcessed(deps: Dependencies): Activity<[Upload, ReportReceipt], MoveResult> {
  const folders = createProcessedFolders(deps.box)
  return async (work, upload, receipt) => {
    if (upload.mode === 'shadow') return { location: 'left' }
    const move = { ...deps, folders, upload, work, receipt, notice: noticeFor(receipt, work) }
    const result = await patiently(deps, work, () => moveOrLookAgain(move))
    const { location, name } = result
    const { session, fileId } = upload
    if (name?.startsWith(`${session}_`) === true && location !== 'elsewhere')
      deps.logger.info(
        { session, fileId, location },
        `Box webhook: moved source → ${processedName}/${printable(name)}`,
      )
    return result
  }
}

interface Move extends Dependencies {
  folders: ProcessedFolders
  upload: Upload
  work: Work
  receipt: ReportReceipt
  notice: FileNotice | undefined
}

/** A source, and who put it into INCOMING. */
type Source = MovableFile & { uploader: BoxPerson | undefined }

/** Should Box fail over the notice, a later attempt moves without it. */
function noticeFor({ notice }: ReportReceipt, { attempt }: Work): FileNotice | undefined {
  return attempt <= attemptsWithNotice ? notice : undefined
}

/** A person may rename, move or replace the file between our look and our move: then we look again. */
async function moveOrLookAgain(first: Move): Promise<MoveResult> {
  let move = first
  for (let look = 1; ; look++) {
    const seen = look === 1 ? seenByReport(move) : undefined
    try {
      return await (seen === undefined ? moveAsLocated(move) : moveFromIncoming(move, seen))
    } catch (error) {
      // Box answers 403 to a move into a folder that was removed, too: the second look makes it again.
      if (isBoxError(error, 'forbidden') && look >= 2) {
        if (move.notice === undefined) throw roleTooLow(error)
        // It may be the notice alone that we may not write.
        move = { ...move, notice: undefined }
      }
      const mayHelp = isBoxError(error, 'changed', 'not_found', 'trashed', 'forbidden')
      if (!mayHelp || look >= maxLooks) throw error
    }
  }
}

/** Saves a call when the report was uploaded just now. A repeated attempt must look for itself. */
function seenByReport({ upload, work, receipt: { source } }: Move): Source | undefined {
  if (source === undefined || work.attempt > 1) return undefined
  const isFresh = Math.abs(Date.now() - Date.parse(source.seenAt)) < receiptIsFreshMs
  const { etag, name, description, tags, uploader } = source
  // A receipt of an earlier build does not say what the move has to keep.
  if (!isFresh || description === undefined || tags === undefined) return undefined
  return { id: upload.fileId, etag, name, description, tags, uploader }
}

async function moveAsLocated(move: Move): Promise<MoveResult> {
  const { file, location, newerVersion } = await locate(move, move.upload, move.work)
  if (location === 'processed') return alreadyProcessed(move, file)
  if (newerVersion !== undefined) return { location: 'left', newerVersion }
  return moveFromIncoming(move, { ...file, uploader: file.modifiedBy })
}

async function moveFromIncoming(move: Move, file: Source): Promise<MoveResult> {
  const { box, folders, upload, work, receipt, notice } = move
  const { session } = upload
  const folderId = await folders.idFor(upload.incomingFolderId, work.signal)
  try {
    const moved = await moveAsSession(box, { session, file, folderId, notice }, work.signal)
    if (isIn(processedName, moved)) {
      const newerVersion = newerVersionOf(moved, upload)
      if (newerVersion === undefined && receipt.comment !== undefined)
        await commentOn(move, work, file, receipt.comment)
      return { location: 'moved', name: moved.name, folderId, newerVersion }
    }
    // The remembered folder was renamed.
    folders.forget(upload.incomingFolderId)
    return await moveFromIncoming(move, { ...file, etag: moved.etag })
  } catch (error) {
    folders.forget(upload.incomingFolderId)
    throw error
  }
}

/** Moved by an earlier attempt, by the run of an earlier version, or by another installation. */
async function alreadyProcessed(move: Move, file: BoxFile): Promise<MoveResult> {
  const { box, upload, work, notice } = move
  const found = { name: file.name, folderId: file.parentId, newerVersion: newerVersionOf(file, upload) }
  // A person wants another report: the source keeps the session of the run that moved it.
  if (upload.origin === 'rerun') {
    if (notice !== undefined) await showNotice(move, work, file, notice)
    return { location: 'alreadyThere', ...found }
  }
  if (file.name.startsWith(`${upload.session}_`))
    return { location: (await isByOtherApp(move, file)) ? 'elsewhere' : 'alreadyThere', ...found }
  const earlier = await earlierSessionOf(box, upload, file, work.signal)
  if (earlier === undefined || file.parentId === undefined) return { location: 'elsewhere', ...found }
  const original = { ...file, name: file.name.slice(earlier.length + 1) }
  const order = { session: upload.session, file: original, folderId: file.parentId, notice }
  const renamed = await moveAsSession(box, order, work.signal)
  const newerVersion = newerVersionOf(renamed, upload)
  return { location: 'moved', name: renamed.name, folderId: file.parentId, newerVersion }
}

/** Two installations give the same event the same session, but each has a service account of its own. */
async function isByOtherApp({ box, work }: Move, { modifiedBy }: BoxFile): Promise<boolean> {
  if (!isServiceAccount(modifiedBy)) return false
  return modifiedBy.id !== (await box.me(work.signal)).id
}

function isIn(folderName: string, { ancestors }: BoxFile): boolean {
  return ancestors.at(-1)?.name.toLowerCase() === folderName.toLowerCase()
}

function roleTooLow(error: Error) {
  const message = 'The service account cannot move files in INCOMING: it needs the Editor role'
  return needsPerson(
    `${message} (Viewer Uploader is not enough). ${error.message}`,
    errorTypes.permissionDenied,
    error,
  )
}
