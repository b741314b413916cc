import { randomBytes, timingSafeEqual } from 'node:crypto'
import Router from '@koa/router'
import Koa from 'koa'
import { actAs, RejectedByBox, uploadAs } from '../control/act-as'
import { Changes } from '../http/changes'
import { isObject } from '../http/json'
import type { File } from '../state/model'
import type { SimulatedBoxContext } from '../context'
import { editorFor, moverFor, uploaderFor } from './actors'
import { viewFile } from './file-view'
import { folderPage, listing } from './folder-page'

const longPollMs = 25_000

/**
 * The small web page for people who try the product. It makes changes through the API, as a person of the
 * client.
 */
export function pageRoutes(context: SimulatedBoxContext): Koa {
  const app = new Koa()
  const token = randomBytes(24).toString('base64url')
  const changes = new Changes()
  context.store.onChange(() => changes.bump())
  const router = new Router()
  router.get('/', (ctx) => showFolder(context, ctx, undefined, { token, version: changes.version }))
  // Box's own web application has the singular, and links from elsewhere use it.
  router.get(['/folders/:id', '/folder/:id'], (ctx) =>
    showFolder(context, ctx, ctx.params.id, { token, version: changes.version }),
  )
  router.get(['/files/:id', '/file/:id'], (ctx) => {
    const file = fileOf(context, ctx, ctx.params.id)
    viewFile(context, file, ctx)
  })
  router.get('/changes', async (ctx) => {
    await changes.after(Number(ctx.query.version ?? 0), longPollMs)
    ctx.body = { version: changes.version }
  })
  router.post('/uploads', (ctx) => upload(context, ctx))
  router.post('/move', (ctx) => move(context, ctx))
  router.post('/trash', (ctx) => trash(context, ctx))
  app.silent = true
  app.use(onlyThisPage(token))
  app.use(answerErrors)
  app.use(router.routes())
  return app
}

/** Rejects a rebound host name, and every change without the token that only our own page has. */
function onlyThisPage(token: string): Koa.Middleware {
  return async (ctx, next) => {
    const isLocal = /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(ctx.get('host'))
    if (isLocal && (ctx.method === 'GET' || isSame(ctx.get('x-box-page'), token))) {
      await next()
      return
    }
    ctx.status = 403
    ctx.body = { error: 'The token of this page is missing or old: reload the page.' }
  }
}

async function answerErrors(ctx: Koa.Context, next: Koa.Next): Promise<void> {
  try {
    await next()
  } catch (error) {
    if (!(error instanceof RejectedByBox)) throw error
    const message = isObject(error.body) ? String(error.body.message) : 'rejected by the simulated Box'
    ctx.status = error.status
    ctx.body = { error: `Box says: ${message} (${error.status})` }
  }
}

function showFolder(
  context: SimulatedBoxContext,
  ctx: Koa.Context,
  id: string | undefined,
  state: { token: string; version: number },
): void {
  const folder = id === undefined ? undefined : context.store.folder(id)
  if (id !== undefined && (!folder || context.store.isTrashed(folder))) ctx.throw(404, 'no such folder')
  const nonce = randomBytes(16).toString('base64url')
  const policy =
    `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; connect-src 'self'; ` +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
  ctx.set({
    'content-security-policy': policy,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  ctx.type = 'text/html; charset=utf-8'
  ctx.body =
    ctx.query.only === 'items'
      ? listing(context, folder).text
      : folderPage(context, folder, { ...state, nonce })
}

async function upload(context: SimulatedBoxContext, ctx: Koa.Context): Promise<void> {
  const { folder, file, name } = ctx.query
  if (typeof file === 'string') {
    const old = fileOf(context, ctx, file)
    ctx.body = await uploadAs(context, {
      userId: editorFor(context, old),
      fileId: old.id,
      name: old.name,
      content: ctx.req,
    })
    return
  }
  const target = context.store.folder(String(folder))
  if (!target) ctx.throw(404, 'no such folder')
  ctx.body = await uploadAs(context, {
    userId: uploaderFor(context, target),
    folderId: target.id,
    name: String(name),
    content: ctx.req,
  })
}

async function move(context: SimulatedBoxContext, ctx: Koa.Context): Promise<void> {
  const file = fileOf(context, ctx, String(ctx.query.id))
  const destination = context.store.folder(String(ctx.query.to))
  if (!destination) ctx.throw(404, 'no such folder')
  await actAs(context, moverFor(context, file, destination), 'PUT', `/2.0/files/${file.id}`, {
    parent: { id: destination.id },
  })
  ctx.body = {}
}

async function trash(context: SimulatedBoxContext, ctx: Koa.Context): Promise<void> {
  const file = fileOf(context, ctx, String(ctx.query.id))
  await actAs(context, editorFor(context, file), 'DELETE', `/2.0/files/${file.id}`)
  ctx.body = {}
}

function fileOf(context: SimulatedBoxContext, ctx: Koa.Context, id: string | undefined): File {
  const file = context.store.file(id ?? '')
  if (!file || context.store.isTrashed(file)) ctx.throw(404, 'no such file')
  return file
}

function isSame(one: string, other: string): boolean {
  const [first, second] = [Buffer.from(one), Buffer.from(other)]
  return first.length === second.length && timingSafeEqual(first, second)
}
