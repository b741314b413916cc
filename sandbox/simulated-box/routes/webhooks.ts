import { boundedNumber, bodyOf, digits, principalOf, userOf } from '../http/call'
import type { Answer, Call } from '../http/call'
import { isObject, optionalText, optionalTexts, requiredText } from '../http/json'
import type { JsonObject } from '../http/json'
import { BoxError, refusals } from '../rules/box-error'
import { checkAddress, checkTriggers, checkTriggersFit } from '../rules/webhook-rules'
import { rootId } from '../state/model'
import type { Webhook } from '../state/model'
import { webhookMini, webhookView } from '../views/webhooks'
import type { SimulatedBoxContext } from '../context'
import { endMarker } from './folder-items'
import type { Parameters, Route } from './route'

const mostPerUser = 1000

export function webhookRoutes(world: SimulatedBoxContext): Route[] {
  const on =
    (run: (world: SimulatedBoxContext, call: Call, parameters: Parameters) => Answer) =>
    (call: Call, parameters: Parameters) => {
      if (!world.store.apps.get(principalOf(call).appId)?.managesWebhooks) throw refusals.insufficientScope()
      return run(world, call, parameters)
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
function list(world: SimulatedBoxContext, call: Call): Answer {
  const limit = boundedNumber(call, 'limit', 100, 1000)
  const own = ownWebhooks(world, call)
  const start = markerStart(call.entry.query.marker, own)
  const page = own.slice(start, start + limit)
  const next = own[start + limit]
  const marker = next ? { next_marker: Buffer.from(next.id).toString('base64url') } : endMarker(page.length)
  return { status: 200, body: { entries: page.map(webhookMini), limit, ...marker } }
}

function create(world: SimulatedBoxContext, call: Call): Answer {
  const { userId, appId } = principalOf(call)
  const body = bodyOf(call)
  const target = targetOf(world, call, body)
  const address = requiredText(body, 'address')
  checkAddress(address)
  const triggers = optionalTexts(body, 'triggers')
  if (!triggers) throw refusals.missing('triggers')
  checkTriggers(triggers)
  checkTriggersFit(triggers, target.type)
  const own = ownWebhooks(world, call)
  if (own.some(({ targetType, targetId }) => targetType === target.type && targetId === target.id))
    throw alreadyThere()
  if (own.length >= mostPerUser)
    throw new BoxError(400, 'bad_request', `At most ${mostPerUser} webhooks per application and user`)
  const id = world.store.nextId('webhook')
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
  world.store.webhooks.set(id, webhook)
  world.store.changed()
  return { status: 201, body: webhookView(world.store, webhook) }
}

function get(world: SimulatedBoxContext, call: Call, parameters: Parameters): Answer {
  return { status: 200, body: webhookView(world.store, ownWebhook(world, call, parameters)) }
}

function update(world: SimulatedBoxContext, call: Call, parameters: Parameters): Answer {
  const webhook = ownWebhook(world, call, parameters)
  const body = bodyOf(call)
  const address = optionalText(body, 'address')
  const triggers = optionalTexts(body, 'triggers')
  const target = isObject(body.target)
    ? targetOf(world, call, body)
    : { type: webhook.targetType, id: webhook.targetId }
  if (address !== undefined) checkAddress(address)
  if (triggers) checkTriggers(triggers)
  checkTriggersFit(triggers ?? webhook.triggers, target.type)
  const isTaken = ownWebhooks(world, call).some(
    (other) => other !== webhook && other.targetType === target.type && other.targetId === target.id,
  )
  if (isTaken) throw alreadyThere()
  Object.assign(webhook, {
    address: address ?? webhook.address,
    triggers: triggers ?? webhook.triggers,
    targetType: target.type,
    targetId: target.id,
  })
  world.store.changed()
  return { status: 200, body: webhookView(world.store, webhook) }
}

function remove(world: SimulatedBoxContext, call: Call, parameters: Parameters): Answer {
  world.store.webhooks.delete(ownWebhook(world, call, parameters).id)
  world.store.changed()
  return { status: 204 }
}

function targetOf(
  world: SimulatedBoxContext,
  call: Call,
  body: JsonObject,
): { type: 'file' | 'folder'; id: string } {
  if (!isObject(body.target)) throw refusals.missing('target')
  const type = requiredText(body.target, 'type')
  const id = requiredText(body.target, 'id')
  if (type !== 'file' && type !== 'folder')
    throw refusals.badRequest('target.type', 'expected file or folder.', type)
  if (!/^\d+$/.test(id)) throw refusals.badRequest('target.id', 'expected a string of digits.', id)
  if (type === 'folder' && id === rootId)
    throw refusals.badRequest('target.id', 'webhooks on the root folder are not supported.', id)
  world.access.require(userOf(call), type === 'file' ? world.store.file(id) : world.store.folder(id), 'see')
  return { type, id }
}

function ownWebhooks(world: SimulatedBoxContext, call: Call): Webhook[] {
  const { userId, appId } = principalOf(call)
  return [...world.store.webhooks.values()].filter(
    (webhook) => webhook.userId === userId && webhook.appId === appId,
  )
}

function ownWebhook(world: SimulatedBoxContext, call: Call, parameters: Parameters): Webhook {
  const id = digits(parameters.id)
  const webhook = ownWebhooks(world, call).find((one) => one.id === id)
  if (!webhook) throw refusals.notFound()
  return webhook
}

function alreadyThere(): BoxError {
  return new BoxError(409, 'conflict', 'Webhook already exists on the specified resource')
}

function markerStart(marker: string | undefined, own: Webhook[]): number {
  if (marker === undefined || marker === '') return 0
  const id = Buffer.from(marker, 'base64url').toString('utf8')
  if (!/^\d+$/.test(id)) throw refusals.badRequest('marker', 'expected a marker from this listing.', marker)
  const index = own.findIndex((webhook) => Number(webhook.id) >= Number(id))
  return index === -1 ? own.length : index
}
