import { boundedNumber, bodyOf, digits, principalOf, userOf } from '../http/call'
import type { Answer, Call } from '../http/call'
import { isObject, optionalText, optionalTexts, requiredText } from '../http/json'
import type { JsonObject } from '../http/json'
import { ApiError, apiErrors } from '../rules/api-error'
import { checkAddress, checkTriggers, checkTriggersFit } from '../rules/webhook-rules'
import { rootId } from '../state/model'
import type { Webhook } from '../state/model'
import { webhookMini, webhookView } from '../views/webhooks'
import type { SimulatedBoxContext } from '../context'
import { endMarker } from './folder-items'
import type { Parameters, Route } from './route'

const mostPerUser = 1000

export function webhookRoutes(context: SimulatedBoxContext): Route[] {
  const on =
    (run: (context: SimulatedBoxContext, call: Call, parameters: Parameters) => Answer) =>
    (call: Call, parameters: Parameters) => {
      if (!context.store.apps.get(principalOf(call).appId)?.managesWebhooks)
        throw apiErrors.insufficientScope()
      return run(context, call, parameters)
    }
  return [
    { method: 'GET', path: '/2.0/webhooks', run: on(list) },
    { method: 'POST', path: '/2.0/webhooks', run: on(create) },
    { method: 'GET', path: '/2.0/webhooks/:id', run: on(get) },
    { method: 'PUT', path: '/2.0/webhooks/:id', run: on(update) },
    { method: 'DELETE', path: '/2.0/webhooks/:id', run: on(remove) },
  ]
}

/** Those of this application and user, with id, type and target only. */
function list(context: SimulatedBoxContext, call: Call): Answer {
  const limit = boundedNumber(call, 'limit', 100, 1000)
  const own = ownWebhooks(context, call)
  const start = markerStart(call.entry.query.marker, own)
  const page = own.slice(start, start + limit)
  const next = own[start + limit]
  const marker = next ? { next_marker: Buffer.from(next.id).toString('base64url') } : endMarker(page.length)
  return { status: 200, body: { entries: page.map(webhookMini), limit, ...marker } }
}

function create(context: SimulatedBoxContext, call: Call): Answer {
  const { userId, appId } = principalOf(call)
  const body = bodyOf(call)
  const target = targetOf(context, call, body)
  const address = requiredText(body, 'address')
  checkAddress(address)
  const triggers = optionalTexts(body, 'triggers')
  if (!triggers) throw apiErrors.missing('triggers')
  checkTriggers(triggers)
  checkTriggersFit(triggers, target.type)
  const own = ownWebhooks(context, call)
  if (own.some(({ targetType, targetId }) => targetType === target.type && targetId === target.id))
    throw alreadyThere()
  if (own.length >= mostPerUser)
    throw new ApiError(400, 'bad_request', `At most ${mostPerUser} webhooks per application and user`)
  const id = context.store.nextId('webhook')
  const createdAt = new Date().toISOString()
  const webhook: Webhook = {
    id,
    appId,
    userId,
    targetType: target.type,
    targetId: target.id,
    address,
    triggers: [...new Set(triggers)],
    createdAt,
  }
  context.store.webhooks.set(id, webhook)
  context.store.changed()
  return { status: 201, body: webhookView(context.store, webhook) }
}

function get(context: SimulatedBoxContext, call: Call, parameters: Parameters): Answer {
  return { status: 200, body: webhookView(context.store, ownWebhook(context, call, parameters)) }
}

function update(context: SimulatedBoxContext, call: Call, parameters: Parameters): Answer {
  const webhook = ownWebhook(context, call, parameters)
  const body = bodyOf(call)
  const address = optionalText(body, 'address')
  const triggers = optionalTexts(body, 'triggers')
  const target = isObject(body.target)
    ? targetOf(context, call, body)
    : { type: webhook.targetType, id: webhook.targetId }
  if (address !== undefined) checkAddress(address)
  if (triggers) checkTriggers(triggers)
  checkTriggersFit(triggers ?? webhook.triggers, target.type)
  const isTaken = ownWebhooks(context, call).some(
    (other) => other !== webhook && other.targetType === target.type && other.targetId === target.id,
  )
  if (isTaken) throw alreadyThere()
  Object.assign(webhook, {
    address: address ?? webhook.address,
    triggers: triggers ?? webhook.triggers,
    targetType: target.type,
    targetId: target.id,
  })
  context.store.changed()
  return { status: 200, body: webhookView(context.store, webhook) }
}

function remove(context: SimulatedBoxContext, call: Call, parameters: Parameters): Answer {
  context.store.webhooks.delete(ownWebhook(context, call, parameters).id)
  context.store.changed()
  return { status: 204 }
}

function targetOf(
  context: SimulatedBoxContext,
  call: Call,
  body: JsonObject,
): { type: 'file' | 'folder'; id: string } {
  if (!isObject(body.target)) throw apiErrors.missing('target')
  const type = requiredText(body.target, 'type')
  const id = requiredText(body.target, 'id')
  if (type !== 'file' && type !== 'folder')
    throw apiErrors.badRequest('target.type', 'expected file or folder.', type)
  if (!/^\d+$/.test(id)) throw apiErrors.badRequest('target.id', 'expected a string of digits.', id)
  if (type === 'folder' && id === rootId)
    throw apiErrors.badRequest('target.id', 'webhooks on the root folder are not supported.', id)
  context.access.require(
    userOf(call),
    type === 'file' ? context.store.file(id) : context.store.folder(id),
    'see',
  )
  return { type, id }
}

function ownWebhooks(context: SimulatedBoxContext, call: Call): Webhook[] {
  const { userId, appId } = principalOf(call)
  return [...context.store.webhooks.values()].filter(
    (webhook) => webhook.userId === userId && webhook.appId === appId,
  )
}

function ownWebhook(context: SimulatedBoxContext, call: Call, parameters: Parameters): Webhook {
  const id = digits(parameters.id)
  const webhook = ownWebhooks(context, call).find((one) => one.id === id)
  if (!webhook) throw apiErrors.notFound()
  return webhook
}

function alreadyThere(): ApiError {
  return new ApiError(409, 'conflict', 'Webhook already exists on the specified resource')
}

function markerStart(marker: string | undefined, own: Webhook[]): number {
  if (marker === undefined || marker === '') return 0
  const id = Buffer.from(marker, 'base64url').toString('utf8')
  if (!/^\d+$/.test(id)) throw apiErrors.badRequest('marker', 'expected a marker from this listing.', marker)
  const index = own.findIndex((webhook) => Number(webhook.id) >= Number(id))
  return index === -1 ? own.length : index
}
