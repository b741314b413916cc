import type { Notice, NoticeChannel } from '../workflows/contract'
import { sendEmail } from './send-email'
import { sendSlack } from './send-slack'
import { sendWebhook } from './send-webhook'

/** Secrets are read at each use, so that they can be changed while a process runs. Absent: not configured. */
export interface ChannelSettings {
  webhook?: { address: string; secret: () => string }
  slack?: { address: () => string }
  email?: { smtpUrl: () => string; from: string; to: string }
}

/** Throws a NoticeError when the receiver does not take it. */
export type SendNotice = (notice: Notice, signal?: AbortSignal) => Promise<void>

/** The ways out that are configured. */
export function createChannels({ webhook, slack, email }: ChannelSettings): Map<NoticeChannel, SendNotice> {
  const channels = new Map<NoticeChannel, SendNotice>()
  if (webhook !== undefined)
    channels.set('webhook', (notice, signal) =>
      sendWebhook({ address: webhook.address, secret: webhook.secret() }, notice, signal),
    )
  if (slack !== undefined)
    channels.set('slack', (notice, signal) => sendSlack(slack.address(), notice, signal))
  if (email !== undefined)
    channels.set('email', (notice) =>
      sendEmail({ smtpUrl: email.smtpUrl(), from: email.from, to: email.to }, notice),
    )
  return channels
}
