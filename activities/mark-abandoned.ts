import { abandonedTag, type Upload } from '../workflows/contract'
import type { Activity } from './worker/as-activity'
import { isBoxError } from '../box/box-error'
import type { Dependencies } from './asset/dependencies'
import { printable } from '../workflows/text'

/** Tags this version of the file in Box, so that no sweep starts it again. A deleted file needs no tag. */
export function createMarkAbandoned({ box, logger }: Dependencies): Activity<[Upload, string], void> {
  return async ({ signal }, { fileId, versionId, session }, reason) => {
    try {
      const { tags } = await box.getFile(fileId, signal)
      const tag = abandonedTag(versionId)
      if (!tags.includes(tag)) await box.setTags(fileId, [...tags, tag], signal)
    } catch (error) {
      if (!isBoxError(error, 'not_found', 'trashed')) throw error
    }
    logger.warn({ session, fileId }, `abandoned: ${printable(reason)}`)
  }
}
