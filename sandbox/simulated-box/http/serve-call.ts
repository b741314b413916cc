import type { Context } from 'koa'
import { ApiError } from '../rules/api-error'
import type { SimulatedBoxContext } from '../context'
import { errorAnswer, send } from './answers'
import { isGone } from './call'
import type { Answer, Call } from './call'
import { meetAfter, meetBefore } from './meet-faults'
import { openCall } from './open-call'
import { readBody } from './read-body'
import type { OriginName } from './request-log'
import { resultItems, summarise } from './summaries'

/** One of Box's origins: its routes and who may call them. */
export interface Origin {
  name: OriginName
  /** Finds the route. Undefined: the simulated Box does not have it. */
  find(call: Call): (() => Promise<Answer>) | undefined
  /** Throws when the call is not authorized or exceeds a rate limit. */
  authorize(call: Call): void
}

/** Serves one request: log entry, faults, authorization, answer. `ctx` is Koa's. */
export async function serveCall(context: SimulatedBoxContext, origin: Origin, ctx: Context): Promise<void> {
  const call = openCall(context, origin.name, ctx)
  const unreadable = await readBody(call).catch((error: unknown) => error)
  call.entry.summary = summarise(call.body)
  if (await meetBefore(context, call)) return
  const answer = unreadable === undefined ? await decide(origin, call) : errorAnswer(unreadable)
  if (!answer) {
    context.log.decide(call.entry)
    call.ctx.respond = false
    return
  }
  call.entry.applied = answer.status < 400
  call.entry.result = resultItems(answer.body)
  context.log.decide(call.entry)
  await context.state.snapshot.saved()
  if (await meetAfter(context, call)) return
  send(context, call, answer)
}

/** Undefined: the client has hung up, and nothing was applied. */
async function decide(origin: Origin, call: Call): Promise<Answer | undefined> {
  try {
    const route = origin.find(call)
    origin.authorize(call)
    if (!route)
      throw new ApiError(
        501,
        'not_implemented',
        `The simulated Box has no ${call.entry.method} ${call.entry.path}`,
      )
    return await route()
  } catch (error) {
    return isGone(call.ctx) && !(error instanceof ApiError) ? undefined : errorAnswer(error)
  }
}
