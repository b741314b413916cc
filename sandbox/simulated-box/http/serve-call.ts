import { randomBytes } from 'node:crypto'
import type { Context } from 'koa'
import { phpJson } from '../deliveries/php-json'
import { BoxError } from '../rules/box-error'
import type { SimulatedBoxContext } from '../context'
import { isGone } from './call'
import type { Answer, Call } from './call'
import type { CannedAnswer, Fault, FaultAction } from './faults'
import { readBody } from './read-body'
import type { Origin } from './request-log'
import type { Principal } from './tokens'
import { resultItems, summarise } from './summaries'

/** One origin: which routes it has, and whom it lets in. */
export interface Door {
  origin: Origin
  /** Finds the route. Undefined: the simulated Box does not have it. */
  find(call: Call): (() => Promise<Answer>) | undefined
  /** Lets in or throws: authorization, rate limits. */
  admit(call: Call): void
}

/**
 * One request: known, met by faults, let in, answered, logged. `ctx` is Koa's; the answer's body is PHP-style
 * JSON.
 */
export async function serveCall(world: SimulatedBoxContext, door: Door, ctx: Context): Promise<void> {
  const call = openCall(world, door.origin, ctx)
  const unreadable = await readBody(call).catch((error: unknown) => error)
  call.entry.summary = summarise(call.body)
  if (await meetBefore(world, call)) return
  const answer = unreadable === undefined ? await decide(door, call) : refuse(unreadable)
  if (!answer) {
    close(world, call)
    return
  }
  call.entry.applied = answer.status < 400
  call.entry.result = resultItems(answer.body)
  world.log.decide(call.entry)
  await world.state.snapshot.saved()
  const fault = world.faults.take(call.entry, 'after')
  if (fault && (await meetAfter(world, call, fault))) return
  send(world, call, answer)
}

/** Begins the log entry; it is finished when the connection is done with the request. */
export function openCall(world: SimulatedBoxContext, origin: Origin, ctx: Context): Call {
  const path = ctx.path.startsWith('/api/') ? ctx.path.slice('/api'.length) : ctx.path
  const token = /^Bearer (\S+)$/i.exec(ctx.get('authorization'))?.[1]
  const principal = principalFor(world, ctx, token)
  const query = Object.fromEntries(new URLSearchParams(ctx.querystring))
  const fileId =
    origin === 'download' ? world.downloads.find(path)?.fileId : /^\/2\.0\/files\/(\d+)/.exec(path)?.[1]
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
  ctx.res.on('close', () => world.log.finish(entry, ctx.res.headersSent ? ctx.res.statusCode : 0))
  return { ctx, entry, principal }
}

/**
 * The token's user, or the one that `As-User` names: an application of the enterprise may act for its users.
 */
function principalFor(
  world: SimulatedBoxContext,
  ctx: Context,
  token: string | undefined,
): Principal | undefined {
  const principal = token === undefined ? undefined : world.tokens.principal(token)
  const asUser = ctx.get('as-user')
  if (!principal || asUser === '') return principal
  const isService = world.store.apps.get(principal.appId)?.serviceAccountId === principal.userId
  return isService && world.store.users.has(asUser) ? { ...principal, userId: asUser } : undefined
}

/** Undefined: the client is gone, nobody can be answered and nothing was applied. */
async function decide(door: Door, call: Call): Promise<Answer | undefined> {
  try {
    const route = door.find(call)
    door.admit(call)
    if (!route)
      throw new BoxError(
        501,
        'not_implemented',
        `The simulated Box has no ${call.entry.method} ${call.entry.path}`,
      )
    return await route()
  } catch (error) {
    return isGone(call.ctx) && !(error instanceof BoxError) ? undefined : refuse(error)
  }
}

/** True: the fault ended the request, nothing was applied. */
export async function meetBefore(world: SimulatedBoxContext, call: Call): Promise<boolean> {
  const fault = world.faults.take(call.entry, 'before')
  if (!fault) return false
  call.entry.faultId = fault.id
  const { action } = fault
  if (action.kind === 'hold') {
    const release = await world.faults.hold(fault, call.entry)
    if (release.then === 'reset') return end(world, call, { kind: 'reset' })
    if (isGone(call.ctx) && !release.applyAnyway) return end(world, call, { kind: 'reset' })
    return false
  }
  if (action.kind === 'answer' || action.kind === 'reset' || action.kind === 'hang')
    return end(world, call, action)
  call.bodyFault = fault
  return false
}

/** True: the fault answered, or nobody ever will. Box has applied the request. */
async function meetAfter(world: SimulatedBoxContext, call: Call, fault: Fault): Promise<boolean> {
  call.entry.faultId = fault.id
  const { action } = fault
  if (action.kind === 'hold') {
    const release = await world.faults.hold(fault, call.entry)
    if (release.then === 'answer') return false
    resetConnection(call)
    return true
  }
  return play(world, call, action)
}

function end(world: SimulatedBoxContext, call: Call, action: FaultAction): true {
  world.log.decide(call.entry)
  play(world, call, action)
  return true
}

function play(world: SimulatedBoxContext, call: Call, action: FaultAction): boolean {
  if (action.kind === 'reset' || action.kind === 'appliedReset') resetConnection(call)
  else if (action.kind === 'hang' || action.kind === 'appliedHang') call.ctx.respond = false
  else if (action.kind === 'answer' || action.kind === 'appliedAnswer') sendCanned(world, call, action)
  return true
}

function resetConnection(call: Call): void {
  call.ctx.respond = false
  call.ctx.req.socket.resetAndDestroy()
}

function close(world: SimulatedBoxContext, call: Call): void {
  world.log.decide(call.entry)
  call.ctx.respond = false
}

function sendCanned(world: SimulatedBoxContext, call: Call, canned: CannedAnswer): void {
  if (canned.html === undefined) {
    const refusal = refuse(
      new BoxError(canned.status, codes[canned.status] ?? 'internal_server_error', 'Ordered by a test'),
    )
    const body = canned.body ?? (canned.status >= 400 ? refusal.body : undefined)
    send(world, call, { status: canned.status, headers: canned.headers, body })
    return
  }
  call.ctx.status = canned.status
  call.ctx.set(canned.headers ?? {})
  call.ctx.type = 'text/html'
  call.ctx.body = canned.html
}

const codes: Record<number, string> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
  429: 'rate_limit_exceeded',
  503: 'unavailable',
}

function refuse(error: unknown): Answer {
  if (!(error instanceof BoxError)) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return refuse(new BoxError(500, 'internal_server_error', `The simulated Box failed: ${message}`))
  }
  // Box's 401 has no body, only the header.
  const challenge = {
    'www-authenticate':
      'Bearer realm="Service", error="invalid_token", error_description="The access token provided is invalid."',
  }
  if (error.status === 401) return { status: 401, headers: challenge }
  const body = {
    ...{ type: 'error', status: error.status, code: error.code },
    ...(error.contextInfo ? { context_info: error.contextInfo } : {}),
    help_url: 'http://developers.box.com/docs/#errors',
    ...{ message: error.message, request_id: randomBytes(8).toString('hex') },
  }
  const scope = {
    'www-authenticate': `Bearer realm="Service", error="${error.code}", error_description="${error.message}"`,
  }
  return {
    status: error.status,
    body,
    headers: { ...(error.code === 'insufficient_scope' ? scope : {}), ...error.headers },
  }
}

function send(world: SimulatedBoxContext, call: Call, answer: Answer): void {
  const { ctx, entry } = call
  ctx.status = answer.status
  ctx.set({ 'box-request-id': randomBytes(8).toString('hex'), ...answer.headers })
  if (answer.body === undefined) ctx.body = null
  else {
    ctx.body = phpJson(answer.body)
    ctx.type = 'application/json'
  }
  // Koa turns an empty body into 204; Box's 200, 202, 302 and 401 may be empty.
  ctx.status = answer.status
  const { origin, method, path, faultId } = entry
  world.capture.note({
    origin,
    method,
    path,
    status: answer.status,
    headers: { ...answer.headers },
    body: answer.body,
    faultId,
  })
}
