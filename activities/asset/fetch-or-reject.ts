import type { Rejection, Upload } from '../../workflows/contract'
import type { Work } from '../worker/as-activity'
import { isBoxError } from '../../box/box-error'
import { rejectionBySize } from '../../quality-control/accept-file'
import type { Profile } from '../../quality-control/profile'
import type { Dependencies } from './dependencies'
import { fileRefOf } from './file-ref-of'
import { locate } from './locate'
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
    if (!isBoxError(error, 'not_found', 'trashed')) throw error
    // Is the whole file gone, or only this version?
    const { newerVersion } = await locate(deps, upload, work)
    if (newerVersion === undefined)
      throw new Error(`Box did not find version ${upload.versionId} for a moment`, { cause: error })
    const message =
      `Version ${upload.versionId} was removed from Box before it could be checked. ` +
      `The file now has version ${newerVersion.versionId}.`
    return { rejection: { type: 'version_gone', message } }
  }
}
