import { errorTypes } from '../../workflows/contract'
import type { Box } from '../../box/box'
import { type BoxConflict, type BoxError, isBoxError } from '../../box/box-error'
import { processedName } from './locate'
import { needsPerson } from '../worker/outcomes'

/** The id of INCOMING's `_PROCESSED`, made when it is missing. Two runs may do so at once and share it. */
export async function processedFolder(
  box: Box,
  incomingFolderId: string,
  signal: AbortSignal,
): Promise<string> {
  try {
    return (await box.createFolder(incomingFolderId, processedName, signal)).id
  } catch (error) {
    if (isBoxError(error, 'name_taken')) return existing(box, incomingFolderId, error, signal)
    if (isBoxError(error, 'not_found', 'trashed')) {
      throw needsPerson(
        `INCOMING folder ${incomingFolderId} is no longer readable. ${error.message}`,
        errorTypes.accessLost,
        error,
      )
    }
    if (!isBoxError(error, 'forbidden')) throw error
    const message = `The service account cannot create ${processedName} in folder ${incomingFolderId}`
    throw needsPerson(
      `${message}: it needs the Editor role (Viewer Uploader is not enough). ${error.message}`,
      errorTypes.permissionDenied,
      error,
    )
  }
}

async function existing(
  box: Box,
  incomingFolderId: string,
  refusal: BoxError,
  signal: AbortSignal,
): Promise<string> {
  const found = refusal.conflicts[0] ?? (await findByName(box, incomingFolderId, signal))
  if (found === undefined) throw refusal
  if (found.type === 'folder') return found.id
  const what = `a ${found.type} named ${processedName} (id ${found.id})`
  throw needsPerson(
    `INCOMING folder ${incomingFolderId} has ${what}; a folder with this name is needed`,
    errorTypes.processedIsFile,
    refusal,
  )
}

async function findByName(box: Box, folderId: string, signal: AbortSignal): Promise<BoxConflict | undefined> {
  for await (const item of box.listFolder(folderId, signal)) {
    if (item.name.toLowerCase() === processedName.toLowerCase()) return item
  }
  return undefined
}
