import { optionalText } from '../http/json'
import type { JsonObject } from '../http/json'
import { pathPattern } from '../http/faults'
import type { FaultMatch } from '../http/faults'
import { faultBehaviour } from '../http/fault-kinds'
import { apiErrors } from '../rules/api-error'
import type { SimulatedBoxContext } from '../context'
import type { ControlCall, ControlRoute } from './control-route'
import { optionalFlag, optionalNumber, queryNumber } from '../http/values'

/** Faults to order, pause points, and the log of requests. */
export function faultControl(context: SimulatedBoxContext): ControlRoute[] {
  const { faults, log } = context
  return [
    { method: 'post', path: '/control/faults', run: ({ body }) => ({ id: order(context, body) }) },
    { method: 'get', path: '/control/faults', run: () => ({ faults: faults.list() }) },
    { method: 'get', path: '/control/faults/:id', run: (call) => fired(context, call) },
    { method: 'delete', path: '/control/faults', run: () => faults.clear() },
    { method: 'delete', path: '/control/faults/:id', run: ({ parameters }) => faults.clear(parameters.id) },
    { method: 'get', path: '/control/holds/:id', run: (call) => reached(context, call) },
    { method: 'post', path: '/control/holds/:id/release', run: (call) => release(context, call) },
    {
      method: 'get',
      path: '/control/requests',
      async run({ query }) {
        const after = queryNumber(query, 'after', 0)
        const version = queryNumber(query, 'version', log.changes.version)
        if (query.version !== undefined || log.after(after).length === 0)
          await log.changes.after(version, queryNumber(query, 'wait', 0))
        return { version: log.changes.version, requests: log.after(after) }
      },
    },
  ]
}

/** Waits until as many requests as `count` (default 1) have reached the hold, or until `wait` ms are over. */
async function reached(context: SimulatedBoxContext, { query, parameters }: ControlCall): Promise<unknown> {
  const id = parameters.id ?? ''
  const count = queryNumber(query, 'count', 1)
  if (!context.faults.reached(id)) throw apiErrors.badRequest('id', 'expected the id of a hold.', id)
  await context.faults.changes.until(
    () => (context.faults.reached(id)?.length ?? 0) >= count,
    queryNumber(query, 'wait', 0),
  )
  return { id, reached: context.faults.reached(id) }
}

/**
 * Waits until the fault has affected as many requests as `count` (default 1), or until `wait` ms are over.
 */
async function fired(context: SimulatedBoxContext, { query, parameters }: ControlCall): Promise<unknown> {
  const id = parameters.id ?? ''
  const count = queryNumber(query, 'count', 1)
  const times = () => context.faults.list().find((fault) => fault.id === id)?.fired
  if (times() === undefined) throw apiErrors.badRequest('id', 'expected the id of a fault.', id)
  await context.faults.changes.until(() => (times() ?? 0) >= count, queryNumber(query, 'wait', 0))
  return { id, fired: times() ?? 0 }
}

function release(context: SimulatedBoxContext, { body, parameters }: ControlCall): void {
  const id = parameters.id ?? ''
  const then = optionalText(body, 'then') ?? 'answer'
  if (then !== 'answer' && then !== 'reset')
    throw apiErrors.badRequest('then', 'expected answer or reset.', then)
  const isKnown = context.faults.release(id, {
    then,
    applyAnyway: optionalFlag(body, 'applyAnyway') ?? false,
  })
  if (!isKnown) throw apiErrors.badRequest('id', 'expected the id of a hold.', id)
}

function order(context: SimulatedBoxContext, body: JsonObject): string {
  const match = matchOf(body)
  const afterCalls = optionalNumber(body, 'afterCalls') ?? 0
  const times = optionalNumber(body, 'times') ?? 1
  const probability = optionalNumber(body, 'probability') ?? 1
  const seed = optionalNumber(body, 'seed') ?? 0
  const behaviour = faultBehaviour(body)
  return context.faults.order({ match, afterCalls, times, probability, seed, behaviour }).id
}

function matchOf(body: JsonObject): FaultMatch {
  const path = optionalText(body, 'path')
  const match = {
    ...{
      path,
      method: optionalText(body, 'method'),
      origin: optionalText(body, 'origin'),
      fileId: optionalText(body, 'fileId'),
    },
    ...{
      userId: optionalText(body, 'userId'),
      name: optionalText(body, 'name'),
      parentId: optionalText(body, 'parentId'),
    },
  }
  try {
    if (path !== undefined) pathPattern(path)
  } catch {
    throw apiErrors.badRequest('path', 'expected a glob or a regular expression between slashes.', path)
  }
  if (match.origin !== undefined && !['api', 'upload', 'download'].includes(match.origin)) {
    throw apiErrors.badRequest('origin', 'expected api, upload or download.', match.origin)
  }
  return match
}
