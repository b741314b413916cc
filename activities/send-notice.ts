import type { Notice, NoticeChannel } from '../workflows/contract'
import { messageOf } from '../workflows/text'
import type { Dependencies } from './asset/dependencies'
import type { Activity } from './worker/as-activity'
import { needsPerson } from './worker/outcomes'

/** Sends a notice through one channel. A channel that is no longer configured sends nothing. */
export function createSendNotice({ notices, logger }: Dependencies): Activity<[NoticeChannel, Notice], void> {
  return async ({ signal, attempt }, channel, notice) => {
    const send = notices.channels.get(channel)
    const fields = { channel, clientId: notice.clientId, type: notice.type, attempt }
    if (send === undefined) {
      logger.warn(fields, `notices: ${channel} is not configured on this worker any more`)
      return
    }
    try {
      await send(notice, signal)
    } catch (error) {
      logger.error({ ...fields, problem: messageOf(error) }, `notices: ${channel} did not take a notice`)
      if (isFinal(error)) throw needsPerson(messageOf(error), 'notice_refused', error)
      throw error
    }
    logger.info(fields, `notices: sent to ${channel}`)
  }
}

function isFinal(error: unknown): boolean {
  return error instanceof Error && Reflect.get(error, 'isFinal') === true
}
