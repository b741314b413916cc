import type { WebhookCheckResult } from '../../workflows/scheduled/check-webhooks'
import type { Command } from '../command'
import { CliError, exitCodes } from '../exit-codes'
import { requireWorker } from '../open-run'

const timeoutMs = 5 * 60_000

export const webhooksCheck: Command = {
  name: 'webhooks check',
  arguments: [],
  summary: 'Find webhooks that are missing, altered or silent',
  examples: ['webhooks check', 'webhooks check --last --json', 'webhooks check --repair'],
  json: {
    checkedAt: 'string',
    checked: 'number',
    wrong: 'number',
    repaired: 'number',
    problems: [
      { clientId: 'string', folderId: 'string', kind: 'string', message: 'string', isRepaired: 'boolean' },
    ],
  },
  details:
    'A worker does it, as on schedule. It compares each webhook with QC_WEBHOOK_ADDRESS.\n' +
    'A webhook is silent when the sweep found at least three new files in 24 hours and Box delivered\n' +
    'none of them. Exit code 8: something is wrong and not repaired.',
  options: [
    { flags: '--last', description: 'show the result of the last check, without a new one' },
    { flags: '--repair', description: 'create and correct webhooks' },
  ],
  run: async ({ temporal, output, config, waitFor }, _, { last, repair }) => {
    const { taskQueue } = config().temporal
    const { address } = config().webhooks
    const { lastWebhookCheck } = await import('../../runs/last-webhook-check.js')
    const { runScheduled } = await import('../../runs/run-scheduled.js')
    if (last !== true) {
      if (address === '')
        throw new CliError(
          'config',
          'QC_WEBHOOK_ADDRESS is not set, so it is unknown where webhooks should point',
          'Set it to the public https address of the gateway, such as https://qc.example.com/box/webhook',
        )
      const input = { address, isRepair: repair === true }
      const client = await temporal()
      await requireWorker(client, taskQueue)
      waitFor('a worker that reads the webhooks')
      const round = await runScheduled(client, taskQueue, 'checkWebhooks', input)
      const result = await round.result(timeoutMs)
      output.data({ checkedAt: new Date().toISOString(), ...result }, textOf(result))
      return exitCodeOf(result)
    }
    const found = await lastWebhookCheck(await temporal(), taskQueue)
    if (found === undefined)
      throw new CliError(
        'notFound',
        'there was no check of the webhooks yet',
        'Try: admin-cli webhooks check',
      )
    const { checkedAt, result, failure } = found
    if (result === undefined)
      throw new CliError('upstreamDown', `the last check failed at ${checkedAt}: ${failure ?? 'unknown'}`)
    output.data({ checkedAt, ...result }, `Checked at ${checkedAt}\n${textOf(result)}`)
    return exitCodeOf(result)
  },
}

function exitCodeOf({ wrong, repaired }: WebhookCheckResult): number | undefined {
  return wrong > repaired ? exitCodes.checksFailed : undefined
}

function textOf({ checked, wrong, repaired, problems }: WebhookCheckResult): string {
  return [
    `${checked} webhooks checked, ${wrong} wrong, ${repaired} repaired`,
    ...problems.map(
      ({ clientId, folderId, message, isRepaired }) =>
        `  ${clientId || 'all clients'}  ${folderId || '-'}  ${message}${isRepaired ? ' (repaired)' : ''}`,
    ),
  ].join('\n')
}
