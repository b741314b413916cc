import type { Rejection, Upload } from '../../workflows/contract'
import type { Work } from '../worker/as-activity'
import { isBoxError } from '../../box/box-error'
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
  const rejection = byMetadata(upload, profile)
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

function byMetadata({ sizeBytes }: Upload, { maxBytes, title }: Profile): Rejection | undefined {
  if (sizeBytes === 0)
    return { type: 'empty', message: 'The file is empty: it has 0 bytes. Please export and upload it again.' }
  if (sizeBytes <= maxBytes) return undefined
  return {
    type: 'too_large',
    message: `The file has ${inMegabytes(sizeBytes)}; "${title}" accepts up to ${inMegabytes(maxBytes)}.`,
  }
}

function inMegabytes(bytes: number): string {
  return bytes < 1e5 ? `${bytes} bytes` : `${(bytes / 1e6).toFixed(1)} MB`
}
