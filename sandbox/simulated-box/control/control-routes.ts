import Router from '@koa/router'
import Koa from 'koa'
import rawBody from 'raw-body'
import { parseObject } from '../http/json'
import type { JsonObject } from '../http/json'
import { ApiError } from '../rules/api-error'
import type { SimulatedBoxContext } from '../context'
import { RejectedByBox } from './act-as'
import { contentControl } from './content-control'
import { deliveryControl } from './delivery-control'
import { faultControl } from './fault-control'
import { settingsControl } from './settings-control'

/**
 * The control API: JSON in and out, on its own port. It needs no authorization: it is a tool for tests.
 */
export function controlRoutes(context: SimulatedBoxContext): Koa {
  const app = new Koa()
  app.silent = true
  app.use(onlyLocalTools)
  app.use(answerErrors)
  const router = new Router()
  const routes = [
    ...contentControl(context),
    ...faultControl(context),
    ...deliveryControl(context),
    ...settingsControl(context),
  ]
  for (const route of routes) {
    router[route.method](route.path, async (ctx) => {
      const query = Object.fromEntries(new URLSearchParams(ctx.querystring))
      const body = await readJson(ctx)
      const result = await route.run({ ctx, body, query, parameters: ctx.params })
      await context.state.snapshot.saved()
      ctx.body ??= result ?? {}
    })
  }
  app.use(router.routes())
  return app
}

/**
 * No web page may use it: a browser sends the origin of its page, and DNS rebinding shows in the host.
 */
async function onlyLocalTools(ctx: Koa.Context, next: Koa.Next): Promise<void> {
  const isLocal = /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(ctx.get('host'))
  if (isLocal && ctx.get('origin') === '' && ctx.get('sec-fetch-site') === '') {
    await next()
    return
  }
  ctx.status = 403
  ctx.body = { error: 'The control API answers local tools only, not web pages.' }
}

async function answerErrors(ctx: Koa.Context, next: Koa.Next): Promise<void> {
  try {
    await next()
  } catch (error) {
    if (ctx.req.socket.destroyed) return
    const isKnown = error instanceof ApiError || error instanceof RejectedByBox
    ctx.status = isKnown ? error.status : 500
    const details =
      error instanceof ApiError ? error.contextInfo : error instanceof RejectedByBox ? error.body : undefined
    ctx.body = { error: error instanceof Error ? error.message : String(error), details }
  }
}

async function readJson(ctx: Koa.Context): Promise<JsonObject> {
  if (!ctx.is('json')) return {}
  const text = await rawBody(ctx.req, { limit: '5mb', encoding: 'utf8' })
  return text === '' ? {} : parseObject(text)
}
