import type { Downloaded, Upload } from '../workflows/contract'
import type { Activity } from './worker/as-activity'
import { requireProfile } from './asset/require-client'
import type { Dependencies } from './asset/dependencies'
import { fetchOrReject } from './asset/fetch-or-reject'
import { locate } from './asset/locate'
import { printable } from '../workflows/text'

/**
 * Finds the file in Box and downloads this version to this host. A file in `_PROCESSED` is accepted too: it
 * is a later attempt, or has a newer version.
 */
export function createDownload(deps: Dependencies): Activity<[Upload], Downloaded> {
  const { hostQueue, logger } = deps
  return async (work, upload) => {
    const profile = requireProfile(deps, upload)
    await locate(deps, upload, work)
    const fetched = await fetchOrReject(deps, work, upload, profile)
    if ('rejection' in fetched) return { hostQueue, rejection: fetched.rejection }
    const { session, fileId, name } = upload
    logger.info(
      { session, fileId, hostQueue },
      `Box webhook: downloaded ${printable(name)} → ${fetched.asset.path}`,
    )
    return { hostQueue }
  }
}
