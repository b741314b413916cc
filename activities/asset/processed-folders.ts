import { errorTypes, processedName } from '../../workflows/contract'
import type { Box } from '../../box/box'
import { type BoxError, isBoxError } from '../../box/box-error'
import { accessLost } from './locate'
import { needsPerson } from '../worker/outcomes'

/** The `_PROCESSED` folder of each INCOMING, asked for once per process. */
export interface ProcessedFolders {
  /** Its id; makes the folder when it is missing. Two runs may do so at once and share it. */
  idFor: (incomingFolderId: string, signal: AbortSignal) => Promise<string>
  /** Call this when the folder is no longer what it was. False when it was not known. */
  forget: (incomingFolderId: string) => boolean
}

export function createProcessedFolders(box: Box): ProcessedFolders {
  const known = new Map<string, string>()
  return {
    idFor: async (incomingFolderId, signal) => {
      const id = known.get(incomingFolderId) ?? (await ensureFolder(box, incomingFolderId, signal))
      known.set(incomingFolderId, id)
      return id
    },
    forget: (incomingFolderId) => known.delete(incomingFolderId),
  }
}

async function ensureFolder(box: Box, incomingFolderId: string, signal: AbortSignal): Promise<string> {
  try {
    return (await box.createFolder(incomingFolderId, processedName, signal)).id
  } catch (error) {
    if (isBoxError(error, 'name_taken')) return existing(incomingFolderId, error)
    if (isBoxError(error, 'not_found', 'trashed')) throw accessLost(incomingFolderId, error)
    if (!isBoxError(error, 'forbidden')) throw error
    const message = `The service account cannot create ${processedName} in folder ${incomingFolderId}`
    throw needsPerson(
      `${message}: it needs the Editor role (Viewer Uploader is not enough). ${error.message}`,
      errorTypes.permissionDenied,
      error,
    )
  }
}

function existing(incomingFolderId: string, refusal: BoxError): string {
  const [found] = refusal.conflicts
  if (found === undefined) throw refusal
  if (found.type === 'folder') return found.id
  const what = `a ${found.type} named ${processedName} (id ${found.id})`
  throw needsPerson(
    `INCOMING folder ${incomingFolderId} has ${what}; a folder with this name is needed`,
    errorTypes.processedIsFile,
    refusal,
  )
}
