import type { SimulatedBoxContext } from '../context'
import { ApiError, apiErrors } from '../rules/api-error'
import { errorAnswer, send } from './answers'
import { isGone } from './call'
import type { Call } from './call'
import type { Fault } from './faults'
import type { CannedAnswer, Ending, Phase } from './fault-kinds'

/** True: a fault ended the request, and Box did not apply it. */
export async function meetBefore(context: SimulatedBoxContext, call: Call): Promise<boolean> {
  const ending = await meet(context, call, 'before')
  if (ending === undefined) return false
  context.log.decide(call.entry)
  play(context, call, ending)
  return true
}

/** True: a fault ended the request. Box has applied it. */
export async function meetAfter(context: SimulatedBoxContext, call: Call): Promise<boolean> {
  const ending = await meet(context, call, 'after')
  if (ending === undefined) return false
  play(context, call, ending)
  return true
}

async function meet(context: SimulatedBoxContext, call: Call, phase: Phase): Promise<Ending | undefined> {
  const fault: Fault | undefined = context.faults.take(call.entry, phase)
  if (!fault) return undefined
  call.entry.faultId = fault.id
  call.entry.faultKind = fault.behaviour.kind
  if (phase === 'before') call.bodyFault = fault.behaviour
  return fault.behaviour.meet?.({
    isGone: () => isGone(call.ctx),
    hold: () => context.faults.hold(fault, call.entry),
  })
}

function play(context: SimulatedBoxContext, call: Call, ending: Ending): void {
  if (ending === 'reset') resetConnection(call)
  else if (ending === 'hang') call.ctx.respond = false
  else if (ending instanceof ApiError) send(context, call, errorAnswer(ending))
  else sendCanned(context, call, ending)
}

function resetConnection(call: Call): void {
  call.ctx.respond = false
  call.ctx.req.socket.resetAndDestroy()
}

function sendCanned(context: SimulatedBoxContext, call: Call, canned: CannedAnswer): void {
  const { status, headers = {}, html } = canned
  if (html === undefined) {
    const standard =
      status < 400
        ? undefined
        : errorAnswer(apiErrors.coded(codes[status] ?? 'internal_server_error', status))
    send(context, call, { status, headers, body: canned.body ?? standard?.body })
    return
  }
  call.ctx.status = status
  call.ctx.set(headers)
  call.ctx.type = 'text/html'
  call.ctx.body = html
}

const codes: Record<number, string> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
  429: 'rate_limit_exceeded',
  503: 'unavailable',
}
