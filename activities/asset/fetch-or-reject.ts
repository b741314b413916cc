import type { Rejection, Upload } from '../../workflows/contract'
import type { Work } from '../worker/as-activity'
import { isBoxError } from '../../box/box-error'
import { rejectionBySize } from '../../quality-control/accept-file'
import type { Profile } from '../../quality-control/profile'
import type { Dependencies } from './dependencies'
import { fileRefOf } from './file-ref-of'
import { locate } from './locate'
import type { LocalAsset } from '../store/create-store'

/** The asset on this disk, or why there is nothing to check. Metadata can reject it before a download. */
export async function fetchOrReject(
  { box, store }: Dependencies,
  work: Work,
  upload: Upload,
  profile: Profile,
): Promise<{ asset: LocalAsset } | { rejection: Rejection }> {
  const rejection = rejectionBySize(upload.sizeBytes, profile)
  if (rejection !== undefined) return { rejection }
  try {
    return { asset: await store.ensureLocal(fileRefOf(upload), work) }
  } catch (error) {
    if (!isBoxError(error, 'not_found')) throw error
    // Is the whole file gone, or only this version?
    const { newerVersion } = await locate(box, upload, work.signal)
    if (newerVersion === undefined) throw error
    const message =
      `Version ${upload.versionId} was removed from Box before it could be checked. ` +
      `The file now has version ${newerVersion.versionId}.`
    return { rejection: { type: 'version_gone', message } }
  }
}
