import {
  type ActivityOptions,
  continueAsNew,
  log,
  proxyActivities,
  sleep,
  uuid4,
  workflowInfo,
} from '@temporalio/workflow'

import type { Notice, NoticeActivities, NoticeFacts, NotifyInput, NotifyResult } from './notice'
import { messagesOf } from './text'

const minute = 60_000
const hour = 60 * minute

const { describeCause } = proxyActivities<NoticeActivities>({
  startToCloseTimeout: 2 * minute,
  retry: { initialInterval: 10_000, maximumInterval: 5 * minute, maximumAttempts: 20 },
})

/** A receiver may be down for a night. */
const sending: ActivityOptions = {
  startToCloseTimeout: minute,
  scheduleToCloseTimeout: 12 * hour,
  retry: { initialInterval: 5_000, maximumInterval: 30 * minute },
}
const { sendNotice } = proxyActivities<NoticeActivities>(sending)

/**
 * Sends notices about one cause of one client: waits a moment, describes the cause, sends, and is quiet. As
 * long as the cause stays, or new files fail, the next notice follows; else the workflow ends.
 */
export async function notify(input: NotifyInput): Promise<NotifyResult> {
  const { cause, channels, groupMs, quietMs } = input
  let { since } = input
  await sleep(groupMs)
  for (let sent = 0; ; sent += 1) {
    const facts = await describeCause(cause, since)
    if (facts === undefined) return { sent }
    const notice = noticeOf(facts)
    // A channel that fails for hours delays no other.
    await Promise.all(channels.map((channel) => sendNotice(channel, notice).catch(logFailure)))
    since = facts.until
    await sleep(quietMs)
    if (workflowInfo().continueAsNewSuggested)
      await continueAsNew<typeof notify>({ ...input, since, groupMs: 1 })
  }
}

function noticeOf({ until: _, ...facts }: NoticeFacts): Notice {
  return { id: uuid4(), ...facts }
}

function logFailure(error: unknown): void {
  log.error('a notice was not sent', { problem: messagesOf(error) })
}
