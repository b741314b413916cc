import { abandonedTag, errorTypes, type Upload } from '../workflows/contract'
import { messageOf, printable } from '../workflows/text'
import type { Activity, OnFailure } from './worker/as-activity'
import { isBoxError } from '../box/box-error'
import type { Dependencies } from './asset/dependencies'
import { otherOwnerOf } from './asset/require-client'
import { needsPerson } from './worker/outcomes'

/**
 * Tags this version of the file in Box, so that no sweep starts it again. A deleted file needs no tag. For a
 * file that may belong to another client the result of the run says it instead: the tag would count for both.
 */
export function createMarkAbandoned(deps: Dependencies): Activity<[Upload, string], void> {
  const { box, logger } = deps
  return async ({ signal }, upload, reason) => {
    const { fileId, versionId, session } = upload
    const owner = otherOwnerOf(deps, upload)
    if (owner !== undefined)
      throw needsPerson(`its INCOMING belongs to client "${owner}"`, errorTypes.configuration)
    try {
      const { tags } = await box.getFile(fileId, signal)
      const tag = abandonedTag(versionId)
      if (!tags.includes(tag)) await box.describeFile(fileId, { tags: [...tags, tag] }, signal)
    } catch (error) {
      if (!isBoxError(error, 'not_found', 'trashed')) throw error
    }
    logger.warn({ session, fileId }, `abandoned: ${printable(reason)}`)
  }
}

/** People abandon a run because Box refuses something: then it often refuses the tag too. */
export function onNotMarked({ logger }: Dependencies): OnFailure<[Upload, string]> {
  return ({ failure, kind }, { fileId, session }, reason) => {
    if (kind !== 'last') return Promise.resolve()
    logger.error(
      { session, fileId, problem: messageOf(failure) },
      `abandoned, but the file in Box could not be tagged; a sweep can start it again: ${printable(reason)}`,
    )
    return Promise.resolve()
  }
}
