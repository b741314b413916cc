import { randomUUID } from 'node:crypto'

import { messageOf } from '../../workflows/text'
import type { Notice } from '../../workflows/contract'
import type { Command } from '../command'
import { CliError, exitCodes } from '../exit-codes'

export const noticesTest: Command = {
  name: 'notices test',
  arguments: [],
  summary: 'Send one test notice by each configured way: webhook, Slack, e-mail',
  examples: ['notices test', 'notices test --json'],
  details:
    "It sends from this host, with this environment: use the worker's. Exit code 9: at least one way failed.",
  json: [{ channel: 'webhook | slack | email', sent: 'boolean', 'problem?': 'string' }],
  options: [],
  run: async ({ config, output, waitFor }) => {
    const { createChannels } = await import('../../notices/create-channels.js')
    const { noticeChannels } = await import('../../config/notice-channels.js')
    const channels = createChannels(noticeChannels(config().notices))
    if (channels.size === 0)
      throw new CliError(
        'config',
        'no way for notices is configured',
        'Set QC_NOTICES_WEBHOOK_URL, QC_NOTICES_SLACK_URL or QC_NOTICES_SMTP_URL: see docs/settings.md',
      )
    const notice = testNotice()
    waitFor(`the receivers: ${[...channels.keys()].join(', ')}`)
    const results = await Promise.all(
      [...channels].map(async ([channel, send]) => {
        try {
          await send(notice)
          return { channel, sent: true }
        } catch (error) {
          return { channel, sent: false, problem: messageOf(error) }
        }
      }),
    )
    const lines = results.map(({ channel, sent, problem }) =>
      sent ? `${channel}: sent` : `${channel}: NOT SENT, ${problem ?? ''}`,
    )
    output.data(results, lines.join('\n'))
    return results.every(({ sent }) => sent) ? undefined : exitCodes.partial
  },
}

function testNotice(): Notice {
  return {
    ...{
      id: randomUUID(),
      type: 'test',
      at: new Date().toISOString(),
      clientId: '',
      clientName: 'All clients',
    },
    title: 'Test notice of Asset QC',
    message: 'Notices arrive here. Nothing has happened.',
    ...{ count: 0, items: [] },
  }
}
