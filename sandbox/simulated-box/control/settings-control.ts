import { checkDeliveryMap } from '../deliveries/post'
import { isObject, optionalText, requiredText } from '../http/json'
import type { JsonObject } from '../http/json'
import { boxRateLimits } from '../http/rate-limits'
import { refusals } from '../rules/box-error'
import { createApp } from '../state/apps'
import type { App } from '../state/model'
import type { SimulatedBoxContext } from '../context'
import { appOf } from './delivery-control'
import type { ControlRoute } from './control-route'
import { optionalFlag, optionalNumber, optionalTextMap } from './values'

/** Clock, keys, switches, tokens and applications. */
export function settingsControl(world: SimulatedBoxContext): ControlRoute[] {
  return [
    {
      method: 'get',
      path: '/control/info',
      run: () => ({ ...world.addresses, app: shown(world.state.app), adminId: world.state.admin.id }),
    },
    { method: 'put', path: '/control/clock', run: ({ body }) => setClock(world, body) },
    { method: 'put', path: '/control/delivery-map', run: ({ body }) => setDeliveryMap(world, body) },
    { method: 'put', path: '/control/keys', run: ({ body }) => setKey(world, body) },
    { method: 'put', path: '/control/switches', run: ({ body }) => setSwitches(world, body) },
    {
      method: 'post',
      path: '/control/tokens/expire',
      run: ({ body }) => ({ expired: world.tokens.expire({ userId: optionalText(body, 'userId') }) }),
    },
    {
      method: 'post',
      path: '/control/apps',
      run: async ({ body }) =>
        shown(await createApp(world.store, world.state.directory, { name: requiredText(body, 'name') })),
    },
    {
      method: 'put',
      path: '/control/apps/:id',
      run: ({ body, parameters }) => setApp(world, appOf(world, { appId: parameters.id }), body),
    },
  ]
}

function shown({ id, name, serviceAccountId, jwtConfigFile, primaryKey, secondaryKey }: App) {
  return { appId: id, name, serviceAccountId, jwtConfigFile, primaryKey, secondaryKey }
}

function setClock(world: SimulatedBoxContext, body: JsonObject): void {
  const { clock } = world.deliveries.settings
  const scale = optionalNumber(body, 'scale') ?? clock.scale
  if (scale <= 0) throw refusals.badRequest('scale', 'expected more than 0.', scale)
  Object.assign(clock, {
    scale,
    deliveryTimeoutMs: optionalNumber(body, 'deliveryTimeoutMs') ?? clock.deliveryTimeoutMs,
  })
  world.deliveries.reschedule()
}

function setDeliveryMap(world: SimulatedBoxContext, body: JsonObject): void {
  try {
    world.deliveries.settings.deliveryMap = checkDeliveryMap(optionalTextMap({ body }, 'body') ?? {})
  } catch (error) {
    throw refusals.badRequest('body', error instanceof Error ? error.message : String(error))
  }
}

/** As in Box's console: one key at a time. */
function setKey(world: SimulatedBoxContext, body: JsonObject): void {
  const app = appOf(world, body)
  const [primaryKey, secondaryKey] = [optionalText(body, 'primaryKey'), optionalText(body, 'secondaryKey')]
  if ((primaryKey === undefined) === (secondaryKey === undefined))
    throw refusals.badRequest('primaryKey', 'expected one key: Box changes one at a time.')
  app.primaryKey = primaryKey ?? app.primaryKey
  app.secondaryKey = secondaryKey ?? app.secondaryKey
  world.store.changed()
}

function setSwitches(world: SimulatedBoxContext, body: JsonObject): void {
  world.switches.firesOnNewVersion =
    optionalFlag(body, 'firesOnNewVersion') ?? world.switches.firesOnNewVersion
  world.switches.maxDirectUploadBytes =
    optionalNumber(body, 'maxDirectUploadBytes') ?? world.switches.maxDirectUploadBytes
  world.downloads.notReady = optionalNumber(body, 'notReadyDownloads') ?? world.downloads.notReady
  const { rateLimits } = body
  if (rateLimits === undefined) return
  if (rateLimits === null || rateLimits === false) world.limiter.limits = undefined
  else world.limiter.limits = isObject(rateLimits) ? limitsOf(rateLimits) : boxRateLimits
}

function limitsOf(limits: JsonObject) {
  const callsPerMinute = optionalNumber(limits, 'callsPerMinute') ?? boxRateLimits.callsPerMinute
  return {
    callsPerMinute,
    uploadsPerMinute: optionalNumber(limits, 'uploadsPerMinute') ?? boxRateLimits.uploadsPerMinute,
  }
}

function setApp(world: SimulatedBoxContext, app: App, body: JsonObject): void {
  app.managesWebhooks = optionalFlag(body, 'managesWebhooks') ?? app.managesWebhooks
  app.isAuthorized = optionalFlag(body, 'isAuthorized') ?? app.isAuthorized
  if (!app.isAuthorized) world.tokens.expire({ appId: app.id })
  world.store.changed()
}
