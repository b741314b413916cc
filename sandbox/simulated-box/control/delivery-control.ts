import { requiredText } from '../http/json'
import type { JsonObject } from '../http/json'
import { optionalText } from '../http/json'
import { deliveryHeaders } from '../deliveries/signature'
import type { Disturbances } from '../deliveries/deliveries'
import { apiErrors } from '../rules/api-error'
import type { App, Delivery, Webhook } from '../state/model'
import type { SimulatedBoxContext } from '../context'
import type { ControlCall, ControlRoute } from './control-route'
import { optionalFlag, optionalNumber, queryNumber } from '../http/values'

/** Deliveries as Box sent them, and their disturbances. */
export function deliveryControl(context: SimulatedBoxContext): ControlRoute[] {
  const { deliveries, events, store } = context
  return [
    { method: 'get', path: '/control/deliveries', run: (call) => list(context, call) },
    {
      method: 'put',
      path: '/control/deliveries/disturbances',
      run: ({ body }) => deliveries.disturb(disturbances(body)),
    },
    { method: 'post', path: '/control/deliveries/deliver-all', run: () => deliveries.deliverAll() },
    {
      method: 'post',
      path: '/control/deliveries/:id/redeliver',
      run: async ({ parameters }) => deliveries.redeliver(deliveryOf(context, parameters.id)),
    },
    { method: 'get', path: '/control/webhooks', run: () => ({ webhooks: [...store.webhooks.values()] }) },
    {
      method: 'post',
      path: '/control/webhooks/:id/remove',
      run({ parameters, body }) {
        const webhook = webhookOf(context, parameters.id)
        store.webhooks.delete(webhook.id)
        events.webhookRemoved(webhook, optionalText(body, 'reason') ?? 'auto_cleanup')
      },
    },
    {
      method: 'post',
      path: '/control/webhooks/:id/no-active-session',
      run: ({ parameters }) => events.noActiveSession(webhookOf(context, parameters.id)),
    },
    {
      method: 'post',
      path: '/control/sign',
      run: ({ body }) => ({
        headers: deliveryHeaders(
          requiredText(body, 'body'),
          appOf(context, body),
          optionalText(body, 'timestamp'),
        ),
      }),
    },
  ]
}

async function list({ deliveries }: SimulatedBoxContext, { query }: ControlCall): Promise<unknown> {
  const version = queryNumber(query, 'version', deliveries.changes.version)
  await deliveries.changes.after(version, queryNumber(query, 'wait', 0))
  const after = queryNumber(query, 'after', 0)
  return {
    version: deliveries.changes.version,
    deliveries: deliveries.all().filter(({ seq }) => seq > after),
  }
}

function disturbances(body: JsonObject): Partial<Disturbances> {
  const wanted = {
    ...{
      isPaused: optionalFlag(body, 'isPaused'),
      loseAll: optionalFlag(body, 'loseAll'),
      loseNext: optionalNumber(body, 'loseNext'),
    },
    ...{
      duplicates: optionalNumber(body, 'duplicates'),
      reorderNext: optionalNumber(body, 'reorderNext'),
      delayMs: optionalNumber(body, 'delayMs'),
    },
  }
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined))
}

function deliveryOf(context: SimulatedBoxContext, eventId: string | undefined): Delivery {
  const delivery = context.store.deliveries.get(eventId ?? '')
  if (!delivery) throw apiErrors.badRequest('eventId', 'expected the id of an event.', eventId)
  return delivery
}

function webhookOf(context: SimulatedBoxContext, id: string | undefined): Webhook {
  const webhook = context.store.webhooks.get(id ?? '')
  if (!webhook) throw apiErrors.badRequest('id', 'expected the id of a webhook.', id)
  return webhook
}

/** The named app, or that of the product. */
export function appOf(context: SimulatedBoxContext, body: JsonObject): App {
  const id = optionalText(body, 'appId') ?? context.state.app.id
  const app = context.store.apps.get(id)
  if (!app) throw apiErrors.badRequest('appId', 'expected the id of an app.', id)
  return app
}
