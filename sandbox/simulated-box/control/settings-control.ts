import { checkDeliveryMap } from '../deliveries/post'
import { isObject, optionalText, requiredText } from '../http/json'
import type { JsonObject } from '../http/json'
import { boxRateLimits } from '../http/rate-limits'
import { apiErrors } from '../rules/api-error'
import { createApp } from '../state/apps'
import type { App } from '../state/model'
import type { SimulatedBoxContext } from '../context'
import { appOf } from './delivery-control'
import type { ControlRoute } from './control-route'
import { optionalFlag, optionalNumber, optionalTextMap } from '../http/values'

/** Clock, keys, switches, tokens and applications. */
export function settingsControl(context: SimulatedBoxContext): ControlRoute[] {
  return [
    {
      method: 'get',
      path: '/control/info',
      run: () => ({ ...context.addresses, app: shown(context.state.app), adminId: context.state.admin.id }),
    },
    { method: 'put', path: '/control/clock', run: ({ body }) => setClock(context, body) },
    { method: 'put', path: '/control/delivery-map', run: ({ body }) => setDeliveryMap(context, body) },
    { method: 'put', path: '/control/keys', run: ({ body }) => setKey(context, body) },
    { method: 'put', path: '/control/switches', run: ({ body }) => setSwitches(context, body) },
    {
      method: 'post',
      path: '/control/tokens/expire',
      run: ({ body }) => ({ expired: context.tokens.expire({ userId: optionalText(body, 'userId') }) }),
    },
    {
      method: 'post',
      path: '/control/apps',
      run: async ({ body }) =>
        shown(await createApp(context.store, context.state.directory, { name: requiredText(body, 'name') })),
    },
    {
      method: 'put',
      path: '/control/apps/:id',
      run: ({ body, parameters }) => setApp(context, appOf(context, { appId: parameters.id }), body),
    },
  ]
}

function shown({ id, name, serviceAccountId, jwtConfigFile, primaryKey, secondaryKey }: App) {
  return { appId: id, name, serviceAccountId, jwtConfigFile, primaryKey, secondaryKey }
}

function setClock(context: SimulatedBoxContext, body: JsonObject): void {
  const { clock } = context.deliveries.settings
  const scale = optionalNumber(body, 'scale') ?? clock.scale
  if (scale <= 0) throw apiErrors.badRequest('scale', 'expected more than 0.', scale)
  Object.assign(clock, {
    scale,
    deliveryTimeoutMs: optionalNumber(body, 'deliveryTimeoutMs') ?? clock.deliveryTimeoutMs,
  })
  context.deliveries.reschedule()
}

function setDeliveryMap(context: SimulatedBoxContext, body: JsonObject): void {
  try {
    context.deliveries.settings.deliveryMap = checkDeliveryMap(optionalTextMap({ body }, 'body') ?? {})
  } catch (error) {
    throw apiErrors.badRequest('body', error instanceof Error ? error.message : String(error))
  }
}

/** As in Box's console: one key at a time. */
function setKey(context: SimulatedBoxContext, body: JsonObject): void {
  const app = appOf(context, body)
  const [primaryKey, secondaryKey] = [optionalText(body, 'primaryKey'), optionalText(body, 'secondaryKey')]
  if ((primaryKey === undefined) === (secondaryKey === undefined))
    throw apiErrors.badRequest('primaryKey', 'expected one key: Box changes one at a time.')
  app.primaryKey = primaryKey ?? app.primaryKey
  app.secondaryKey = secondaryKey ?? app.secondaryKey
  context.store.changed()
}

function setSwitches(context: SimulatedBoxContext, body: JsonObject): void {
  const { switches, downloads, limiter } = context
  switches.firesOnNewVersion = optionalFlag(body, 'firesOnNewVersion') ?? switches.firesOnNewVersion
  switches.honoursIfMatch = optionalFlag(body, 'honoursIfMatch') ?? switches.honoursIfMatch
  switches.maxDirectUploadBytes =
    optionalNumber(body, 'maxDirectUploadBytes') ?? switches.maxDirectUploadBytes
  downloads.notReady = optionalNumber(body, 'notReadyDownloads') ?? downloads.notReady
  const { rateLimits } = body
  if (rateLimits === undefined) return
  if (rateLimits === null || rateLimits === false) limiter.limits = undefined
  else limiter.limits = isObject(rateLimits) ? limitsOf(rateLimits) : boxRateLimits
}

function limitsOf(limits: JsonObject) {
  const callsPerMinute = optionalNumber(limits, 'callsPerMinute') ?? boxRateLimits.callsPerMinute
  return {
    callsPerMinute,
    uploadsPerMinute: optionalNumber(limits, 'uploadsPerMinute') ?? boxRateLimits.uploadsPerMinute,
  }
}

function setApp(context: SimulatedBoxContext, app: App, body: JsonObject): void {
  app.writesFiles = optionalFlag(body, 'writesFiles') ?? app.writesFiles
  app.managesWebhooks = optionalFlag(body, 'managesWebhooks') ?? app.managesWebhooks
  app.isAuthorized = optionalFlag(body, 'isAuthorized') ?? app.isAuthorized
  if (!app.isAuthorized) context.tokens.expire({ appId: app.id })
  context.store.changed()
}
