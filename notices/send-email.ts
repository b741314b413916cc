import { createTransport } from 'nodemailer'

import type { Notice } from '../workflows/contract'
import { messageOf, printable } from '../workflows/text'
import { NoticeError } from './notice-error'
import { plainText } from './notice-text'

const timeoutMs = 20_000

export interface Mailbox {
  /** `smtps://user:password@mail.example.com` */
  smtpUrl: string
  from: string
  /** Separated by commas. */
  to: string
}

/** Sends a notice as a plain e-mail. A repeated one has the same Message-ID. */
export async function sendEmail({ smtpUrl, from, to }: Mailbox, notice: Notice): Promise<void> {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    await transport.sendMail({
      ...{ from, to, subject: printable(notice.title, 200), text: plainText(notice) },
      messageId: `<${notice.id}@box-qc-pipeline>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    })
  } catch (error) {
    const { host } = new URL(smtpUrl)
    throw new NoticeError(`${host} did not accept the e-mail: ${printable(messageOf(error), 300)}`)
  } finally {
    transport.close()
  }
}
