import { errorTypes, type NewerVersion, type Upload } from '../../workflows/contract'
import type { Box, BoxFile } from '../../box/box'
import { isBoxError } from '../../box/box-error'
import { needsPerson } from '../worker/outcomes'

export interface Located {
  file: BoxFile
  /** `processed`: in the folder `_PROCESSED` of its INCOMING, moved by us or by another installation. */
  location: 'incoming' | 'processed'
  /** The current version in Box, when it is not the version of this upload. */
  newerVersion?: NewerVersion
}

export const processedName = '_PROCESSED'

/**
 * Where the upload's file is now. Throws `Withdrawn` when it left INCOMING, and `access_lost` when INCOMING
 * is not readable: Box answers 404 to both, and one revoked role must not end every run in flight.
 */
export async function locate(box: Box, upload: Upload, signal: AbortSignal): Promise<Located> {
  const file = await findFile(box, upload.fileId, signal)
  if (file === 'trashed') throw withdrawn(upload, 'is in the trash')
  const position = file?.ancestors.findIndex(({ id }) => id === upload.incomingFolderId) ?? -1
  if (file === undefined || position === -1) {
    await requireIncoming(box, upload, signal)
    throw withdrawn(upload, file === undefined ? 'no longer exists' : 'is in another folder')
  }
  const below = file.ancestors[position + 1]?.name.toLowerCase()
  return {
    file,
    location: below === processedName.toLowerCase() ? 'processed' : 'incoming',
    newerVersion: newerVersionOf(file, upload),
  }
}

/** The version in Box, when it is not the upload's. */
export function newerVersionOf(file: BoxFile, upload: Upload): NewerVersion | undefined {
  const { sha1, sizeBytes, versionId } = file
  if (versionId === upload.versionId) return undefined
  return {
    versionId,
    sha1,
    sizeBytes,
    name: originalName(file.name, upload),
    createdAt: file.modifiedAt ?? file.createdAt ?? upload.eventTime,
  }
}

/** The client's name for the file, without the session that `_PROCESSED` puts before it. */
function originalName(name: string, { session, earlierSessions }: Upload): string {
  const prefix =
    [session, ...earlierSessions].map((one) => `${one}_`).find((one) => name.startsWith(one)) ?? ''
  return name.slice(prefix.length)
}

async function findFile(
  box: Box,
  fileId: string,
  signal: AbortSignal,
): Promise<BoxFile | 'trashed' | undefined> {
  try {
    const file = await box.getFile(fileId, signal)
    return file.isTrashed ? 'trashed' : file
  } catch (error) {
    if (isBoxError(error, 'trashed')) return 'trashed'
    if (isBoxError(error, 'not_found')) return undefined
    throw error
  }
}

async function requireIncoming(box: Box, { incomingFolderId }: Upload, signal: AbortSignal) {
  try {
    await box.getFolder(incomingFolderId, signal)
  } catch (error) {
    if (!isBoxError(error, 'not_found', 'forbidden', 'trashed')) throw error
    throw needsPerson(
      `INCOMING folder ${incomingFolderId} is no longer readable. ${error.message}`,
      errorTypes.accessLost,
      error,
    )
  }
}

function withdrawn({ fileId, incomingFolderId }: Upload, what: string) {
  return needsPerson(
    `The file was withdrawn from INCOMING folder ${incomingFolderId}: file ${fileId} ${what}`,
    errorTypes.withdrawn,
  )
}
