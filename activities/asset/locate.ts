import { setTimeout as wait } from 'node:timers/promises'

import { errorTypes, isProcessed, type NewerVersion, type Upload } from '../../workflows/contract'
import type { Work } from '../worker/as-activity'
import type { Box, BoxFile } from '../../box/box'
import { type BoxError, isBoxError } from '../../box/box-error'
import { needsPerson } from '../worker/outcomes'
import type { Dependencies } from './dependencies'

export interface Located {
  file: BoxFile
  /** `processed`: done, in the folder `_PROCESSED` of its INCOMING, or where people archived that. */
  location: 'incoming' | 'processed'
  /** The current version in Box, when it is not the version of this upload. */
  newerVersion?: NewerVersion
}

/** Between two looks at Box while access seems to be lost, or while its answer seems to be old. */
const lookAgainMs = 5_000
/** A version that stays older after these looks is the present one: ours was deleted. */
const looksAtOlder = 3

/**
 * Where the upload's file is now. Throws `Withdrawn` when it left INCOMING, and `access_lost` when INCOMING
 * stays unreadable. Box answers 404 to both, so a file counts as missing only when INCOMING was readable and
 * the file is still missing after that. A role that is gone for some seconds is waited for.
 */
export async function locate(
  { box, accessPatienceMs }: Pick<Dependencies, 'box' | 'accessPatienceMs'>,
  upload: Upload,
  { signal, onProgress }: Pick<Work, 'signal' | 'onProgress'>,
): Promise<Located> {
  const giveUpAtMs = performance.now() + accessPatienceMs
  const pause = () => wait(Math.min(lookAgainMs, accessPatienceMs / 4), undefined, { signal })
  for (let olderSeen = 0; ;) {
    const file = await findFile(box, upload.fileId, signal)
    if (isOlder(file, upload) && olderSeen < looksAtOlder - 1) {
      olderSeen += 1
      await pause()
      continue
    }
    if (file !== undefined) return locationOf(file, upload)
    const refusal = await refusalOf(box, upload.incomingFolderId, signal)
    if (refusal === undefined) return locationOf(await findFile(box, upload.fileId, signal), upload)
    if (performance.now() >= giveUpAtMs) throw accessLost(upload.incomingFolderId, refusal)
    onProgress({ waitingFor: refusal.message })
    await pause()
  }
}

/**
 * Box may answer for some seconds with what it had before. Its ids grow, so a version before ours is no newer
 * one.
 */
function isOlder(file: BoxFile | 'trashed' | undefined, { versionId }: Upload): boolean {
  if (file === undefined || file === 'trashed' || file.versionId === versionId) return false
  const [theirs, ours] = [file.versionId, versionId]
  return theirs.length === ours.length ? theirs < ours : theirs.length < ours.length
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

/** Undefined: Box answers 404, so the file does not exist or we have no access to it. */
export async function findFile(
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

/** Throws `access_lost` when the folder is not readable. */
export async function requireIncoming(box: Box, folderId: string, signal: AbortSignal): Promise<void> {
  const refusal = await refusalOf(box, folderId, signal)
  if (refusal !== undefined) throw accessLost(folderId, refusal)
}

export function accessLost(folderId: string, refusal: BoxError) {
  const message = `INCOMING folder ${folderId} is no longer readable. ${refusal.message}`
  return needsPerson(message, errorTypes.accessLost, refusal)
}

async function refusalOf(box: Box, folderId: string, signal: AbortSignal): Promise<BoxError | undefined> {
  try {
    await box.getFolder(folderId, signal)
    return undefined
  } catch (error) {
    if (isBoxError(error, 'not_found', 'forbidden', 'trashed')) return error
    throw error
  }
}

function locationOf(file: BoxFile | 'trashed' | undefined, upload: Upload): Located {
  if (file === undefined) throw withdrawn(upload, 'no longer exists')
  if (file === 'trashed') throw withdrawn(upload, 'is in the trash')
  const position = file.ancestors.findIndex(({ id }) => id === upload.incomingFolderId)
  if (position === -1) throw withdrawn(upload, 'is in another folder')
  return {
    file,
    location: isProcessed(file, file.ancestors.slice(position)) ? 'processed' : 'incoming',
    newerVersion: newerVersionOf(file, upload),
  }
}

function withdrawn({ fileId, incomingFolderId }: Upload, what: string) {
  return needsPerson(
    `The file was withdrawn from INCOMING folder ${incomingFolderId}: file ${fileId} ${what}`,
    errorTypes.withdrawn,
  )
}

/** The client's name for the file, without the session that `_PROCESSED` puts before it. */
function originalName(name: string, { session, earlierSessions }: Upload): string {
  const prefix =
    [session, ...earlierSessions].map((one) => `${one}_`).find((one) => name.startsWith(one)) ?? ''
  return name.slice(prefix.length)
}
