import { lastWebhookCheck } from '../runs/last-webhook-check'
import { type Examination, fail, pass, warn } from './diagnosis'

/** A webhook that is right and delivers nothing: the sweep finds the files, so nobody misses one. */
export const webhookDeliveries: Examination = {
  what: 'webhook deliveries',
  needs: 'Temporal',
  isAfterStart: true,
  async examine({ temporal, config, clients }) {
    // Without an address there is no check on schedule, and "webhook address" says so.
    if (config().webhooks.address === '') return []
    const last = await lastWebhookCheck(await temporal(), config().temporal.taskQueue)
    if (last === undefined) return [pass(this.what, 'not compared yet: a worker does it every 15 minutes')]
    const { checkedAt, result, failure } = last
    if (result === undefined)
      return [warn(this.what, `the check at ${checkedAt} failed: ${failure}`, 'admin-cli webhooks check')]
    const asked = new Set(clients().map(({ id }) => id))
    const silent = result.problems.filter(
      ({ kind, clientId, isRepaired }) => kind === 'silent' && !isRepaired && asked.has(clientId),
    )
    return silent.length === 0
      ? [pass(this.what, `none is silent, at ${checkedAt}`)]
      : silent.map(({ clientId, folderId, message }) =>
          fail(
            this.what,
            `${clientId}: INCOMING folder ${folderId}: ${message} (at ${checkedAt})`,
            'Box Developer Console, Webhooks, App Diagnostics says why; admin-cli webhooks check --repair ' +
              'creates the webhook again',
          ),
        )
  },
}
