import { ApplicationFailure } from '@temporalio/activity'

import {
  abandonedTag,
  type Downloaded,
  errorTypes,
  type NotNeeded,
  processedName,
  sessionIn,
  type Upload,
} from '../workflows/contract'
import type { Activity } from './worker/as-activity'
import { requireProfile } from './asset/require-client'
import type { Dependencies } from './asset/dependencies'
import { fetchOrReject } from './asset/fetch-or-reject'
import { type Located, locate } from './asset/locate'
import { printable } from '../workflows/text'

/**
 * Finds the file in Box and brings this version's bytes to this host. The first download of a run returns
 * `notNeeded` for a version that another run did. Later ones accept a file in `_PROCESSED`.
 */
export function createDownload(deps: Dependencies): Activity<[Upload, boolean?], Downloaded> {
  const { hostQueue, logger } = deps
  return async (work, upload, isFirst = false) => {
    const profile = await requireProfile(deps, work, upload)
    const mayBeRepeated = isFirst && upload.origin !== 'rerun'
    const found = await locate(deps, upload, work).catch(async (error: unknown) => {
      if (mayBeRepeated && isWithdrawn(error) && (await deps.hasEnded(upload))) return undefined
      throw error
    })
    const notNeeded = mayBeRepeated ? await whyNotNeeded(deps, upload, found) : undefined
    if (notNeeded !== undefined) return { hostQueue, notNeeded }
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

function isWithdrawn(error: unknown): boolean {
  return error instanceof ApplicationFailure && error.type === errorTypes.withdrawn
}

/**
 * Deliveries come late and twice. Box shows what the runs before this one did, and Temporal how they ended,
 * where people renamed, moved or deleted the file since then. Which event a run answered does not count: a
 * file that came back is in INCOMING. Without `found` it is gone.
 */
async function whyNotNeeded(
  { hasEnded }: Pick<Dependencies, 'hasEnded'>,
  upload: Upload,
  found: Located | undefined,
): Promise<NotNeeded | undefined> {
  if (found === undefined) return { ...hasLeft, isMissing: true }
  const { file, location } = found
  const { versionId, mode } = upload
  const tag = abandonedTag(versionId)
  if (file.tags.includes(tag))
    return { outcome: 'abandoned', note: `The file has the tag ${tag} in Box. Remove it to allow a new run.` }
  // In shadow mode another installation moves the files.
  if (mode === 'shadow' || location !== 'processed') return undefined
  if (sessionIn(file.name)?.versionEnd === versionId.slice(-6)) {
    const folder = file.ancestors.at(-1)?.name ?? processedName
    return { outcome: 'duplicate', note: `This version was done: it is in ${folder} as ${file.name}.` }
  }
  return (await hasEnded(upload)) ? hasLeft : undefined
}

const hasLeft: NotNeeded = {
  outcome: 'duplicate',
  note: 'A run of this version has ended, and the file is no longer in INCOMING.',
}
