import type { NewerVersion, Rejection, Upload } from '../../workflows/contract'
import type { Work } from '../worker/as-activity'
import { isBoxError } from '../../box/box-error'
import { rejectionBySize } from '../../quality-control/accept-file'
import type { Profile } from '../../quality-control/profile'
import type { Dependencies } from './dependencies'
import { fileRefOf } from './file-ref-of'
import { findFile, locate } from './locate'
import type { LocalAsset } from '../store/create-store'

export type Fetched = { asset: LocalAsset } | { rejection: Rejection }

/** The asset on this disk, or why there is nothing to check. Metadata can reject it before a download. */
export async function fetchOrReject(
  deps: Dependencies,
  work: Work,
  upload: Upload,
  profile: Profile,
): Promise<Fetched> {
  const rejection = rejectionBySize(upload.sizeBytes, profile)
  return rejection === undefined ? fetchVersion(deps, work, upload) : { rejection }
}

/** Throws `Withdrawn` when the file left INCOMING, also while it is downloaded. */
export async function fetchVersion(deps: Dependencies, work: Work, upload: Upload): Promise<Fetched> {
  try {
    return { asset: await deps.store.ensureLocal(fileRefOf(upload), work) }
  } catch (error) {
    if (!isMissing(error)) throw error
    // Is the whole file gone, or only this version?
    const { newerVersion } = await locate(deps, upload, work)
    if (newerVersion === undefined) throw missedForAMoment(upload, error)
    return fetchOlderVersion(deps, work, upload, newerVersion)
  }
}

/**
 * Box answers 404 for a version also while we have no access to the file. So the version counts as gone only
 * when it is missing between two looks that found the file.
 */
async function fetchOlderVersion(
  deps: Dependencies,
  work: Work,
  upload: Upload,
  newer: NewerVersion,
): Promise<Fetched> {
  try {
    return { asset: await deps.store.ensureLocal(fileRefOf(upload), work) }
  } catch (error) {
    if (!isMissing(error)) throw error
    const file = await findFile(deps.box, upload.fileId, work.signal)
    if (file === undefined || file === 'trashed') throw missedForAMoment(upload, error)
    const message =
      `Version ${upload.versionId} was removed from Box before it could be checked. ` +
      `The file now has version ${newer.versionId}.`
    return { rejection: { type: 'version_gone', message } }
  }
}

function isMissing(error: unknown): boolean {
  return isBoxError(error, 'not_found', 'trashed')
}

function missedForAMoment({ versionId }: Upload, cause: unknown): Error {
  return new Error(`Box did not find version ${versionId} for a moment`, { cause })
}
