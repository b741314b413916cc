import type { Context } from 'koa'
import type { SimulatedBoxContext } from '../context'
import type { Call } from './call'
import type { OriginName } from './request-log'
import type { Principal } from './tokens'

/** Begins the log entry; it is finished when the connection ends the request. */
export function openCall(context: SimulatedBoxContext, origin: OriginName, ctx: Context): Call {
  const path = ctx.path.startsWith('/api/') ? ctx.path.slice('/api'.length) : ctx.path
  const token = /^Bearer (\S+)$/i.exec(ctx.get('authorization'))?.[1]
  const principal = principalFor(context, ctx, token)
  const query = Object.fromEntries(new URLSearchParams(ctx.querystring))
  const fileId =
    origin === 'download' ? context.downloads.find(path)?.fileId : /^\/2\.0\/files\/(\d+)/.exec(path)?.[1]
  const entry = {
    ...{ seq: 0, at: new Date().toISOString(), origin, method: ctx.method, path, query, fileId },
    ...{
      userId: principal?.userId,
      appId: principal?.appId,
      status: 0,
      applied: false,
      summary: {},
      result: [],
    },
  }
  ctx.res.on('close', () => context.log.finish(entry, ctx.res.headersSent ? ctx.res.statusCode : 0))
  return { ctx, entry, principal }
}

/**
 * The token's user, or the one that `As-User` names: an application of the enterprise may act for its users.
 */
function principalFor(
  context: SimulatedBoxContext,
  ctx: Context,
  token: string | undefined,
): Principal | undefined {
  const principal = token === undefined ? undefined : context.tokens.principal(token)
  const asUser = ctx.get('as-user')
  if (!principal || asUser === '') return principal
  const isService = context.store.apps.get(principal.appId)?.serviceAccountId === principal.userId
  return isService && context.store.users.has(asUser) ? { ...principal, userId: asUser } : undefined
}
