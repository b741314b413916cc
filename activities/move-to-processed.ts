import { errorTypes, type MoveResult, type ReportReceipt, type Upload } from '../workflows/contract'
import { printable } from '../workflows/text'
import type { Activity, Work } from './worker/as-activity'
import type { BoxFile } from '../box/box'
import { isBoxError } from '../box/box-error'
import type { Dependencies } from './asset/dependencies'
import { earlierSessionOf } from './asset/earlier-session-of'
import { locate, newerVersionOf, processedName } from './asset/locate'
import { moveAsSession, type MovableFile } from './asset/move-as-session'
import { patiently } from './asset/patiently'
import { createProcessedFolders, type ProcessedFolders } from './asset/processed-folders'
import { needsPerson } from './worker/outcomes'

/** How often the file is located again when it changes just before the move. */
const maxLooks = 5
/** How long the move trusts what `uploadReport` saw of the source. */
const receiptIsFreshMs = 10_000

/**
 * Moves the source to `_PROCESSED` as `<session>_<name>`, with its current name. The receipt is required: no
 * move without a report. A newer version may arrive just before the move, so its answer is checked too.
 */
export function createMoveToProcessed(deps: Dependencies): Activity<[Upload, ReportReceipt], MoveResult> {
  const folders = createProcessedFolders(deps.box)
  return async (work, upload, receipt) => {
    if (upload.mode === 'shadow') return { location: 'left' }
    const move = { ...deps, folders, upload, work }
    const result = await patiently(deps, work, () => moveOrLookAgain(move, receipt))
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
}

/** A person may rename, move or replace the file between our look and our move: then we look again. */
async function moveOrLookAgain(move: Move, receipt: ReportReceipt): Promise<MoveResult> {
  for (let look = 1; ; look++) {
    const seen = look === 1 ? seenByReport(move, receipt) : undefined
    try {
      return await (seen === undefined ? moveAsLocated(move) : moveFromIncoming(move, seen))
    } catch (error) {
      // Box answers 403 to a move into a folder that was removed, too: the second look makes it again.
      if (isBoxError(error, 'forbidden') && look >= 2) throw roleTooLow(error)
      const mayHelp = isBoxError(error, 'changed', 'not_found', 'trashed', 'forbidden')
      if (!mayHelp || look >= maxLooks) throw error
    }
  }
}

/** Saves a call when the report was uploaded just now. A repeated attempt must look for itself. */
function seenByReport({ upload, work }: Move, { source }: ReportReceipt): MovableFile | undefined {
  if (source === undefined || work.attempt > 1) return undefined
  const isFresh = Math.abs(Date.now() - Date.parse(source.seenAt)) < receiptIsFreshMs
  return isFresh ? { id: upload.fileId, etag: source.etag, name: source.name } : undefined
}

async function moveAsLocated(move: Move): Promise<MoveResult> {
  const { file, location, newerVersion } = await locate(move, move.upload, move.work)
  if (location === 'processed') return alreadyProcessed(move, file)
  return newerVersion === undefined ? moveFromIncoming(move, file) : { location: 'left', newerVersion }
}

async function moveFromIncoming(move: Move, file: MovableFile): Promise<MoveResult> {
  const { box, folders, upload, work } = move
  const folderId = await folders.idFor(upload.incomingFolderId, work.signal)
  try {
    const moved = await moveAsSession(box, upload.session, file, folderId, work.signal)
    if (isIn(processedName, moved))
      return { location: 'moved', name: moved.name, folderId, newerVersion: newerVersionOf(moved, upload) }
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
  const { box, upload, work } = move
  const found = { name: file.name, folderId: file.parentId, newerVersion: newerVersionOf(file, upload) }
  // A person wants another report: the source keeps the session of the run that moved it.
  if (upload.origin === 'rerun') return { location: 'alreadyThere', ...found }
  if (file.name.startsWith(`${upload.session}_`))
    return { location: (await isByOtherApp(move, file)) ? 'elsewhere' : 'alreadyThere', ...found }
  const earlier = await earlierSessionOf(box, upload, file, work.signal)
  if (earlier === undefined || file.parentId === undefined) return { location: 'elsewhere', ...found }
  const original = { ...file, name: file.name.slice(earlier.length + 1) }
  const renamed = await moveAsSession(box, upload.session, original, file.parentId, work.signal)
  const newerVersion = newerVersionOf(renamed, upload)
  return { location: 'moved', name: renamed.name, folderId: file.parentId, newerVersion }
}

/** Two installations give the same event the same session, but each has a service account of its own. */
async function isByOtherApp({ box, work }: Move, { modifiedBy }: BoxFile): Promise<boolean> {
  if (modifiedBy === undefined || !/^AutomationUser_/i.test(modifiedBy.login)) return false
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
