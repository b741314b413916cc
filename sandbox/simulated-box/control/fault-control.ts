import { isObject, optionalText, requiredText } from '../http/json'
import type { JsonObject } from '../http/json'
import { pathPattern } from '../http/faults'
import type { CannedAnswer, FaultAction, FaultMatch } from '../http/faults'
import { refusals } from '../rules/box-error'
import type { SimulatedBoxContext } from '../context'
import type { ControlCall, ControlRoute } from './control-route'
import { optionalFlag, optionalNumber, optionalTextMap, queryNumber } from './values'

/** Faults to order, pause points, and the log of requests. */
export function faultControl(world: SimulatedBoxContext): ControlRoute[] {
  const { faults, log } = world
  return [
    { method: 'post', path: '/control/faults', run: ({ body }) => ({ id: order(world, body) }) },
    { method: 'get', path: '/control/faults', run: () => ({ faults: faults.list() }) },
    { method: 'get', path: '/control/faults/:id', run: (call) => fired(world, call) },
    { method: 'delete', path: '/control/faults', run: () => faults.clear() },
    { method: 'delete', path: '/control/faults/:id', run: ({ parameters }) => faults.clear(parameters.id) },
    { method: 'get', path: '/control/holds/:id', run: (call) => reached(world, call) },
    { method: 'post', path: '/control/holds/:id/release', run: (call) => release(world, call) },
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
async function reached(world: SimulatedBoxContext, { query, parameters }: ControlCall): Promise<unknown> {
  const id = parameters.id ?? ''
  const count = queryNumber(query, 'count', 1)
  if (!world.faults.reached(id)) throw refusals.badRequest('id', 'expected the id of a hold.', id)
  await world.faults.changes.until(
    () => (world.faults.reached(id)?.length ?? 0) >= count,
    queryNumber(query, 'wait', 0),
  )
  return { id, reached: world.faults.reached(id) }
}

/** Waits until the fault has met as many requests as `count` (default 1), or until `wait` ms are over. */
async function fired(world: SimulatedBoxContext, { query, parameters }: ControlCall): Promise<unknown> {
  const id = parameters.id ?? ''
  const count = queryNumber(query, 'count', 1)
  const times = () => world.faults.list().find((fault) => fault.id === id)?.fired
  if (times() === undefined) throw refusals.badRequest('id', 'expected the id of a fault.', id)
  await world.faults.changes.until(() => (times() ?? 0) >= count, queryNumber(query, 'wait', 0))
  return { id, fired: times() ?? 0 }
}

function release(world: SimulatedBoxContext, { body, parameters }: ControlCall): void {
  const id = parameters.id ?? ''
  const then = optionalText(body, 'then') ?? 'answer'
  if (then !== 'answer' && then !== 'reset')
    throw refusals.badRequest('then', 'expected answer or reset.', then)
  const isKnown = world.faults.release(id, { then, applyAnyway: optionalFlag(body, 'applyAnyway') ?? false })
  if (!isKnown) throw refusals.badRequest('id', 'expected the id of a hold.', id)
}

function order(world: SimulatedBoxContext, body: JsonObject): string {
  const match = matchOf(body)
  const afterCalls = optionalNumber(body, 'afterCalls') ?? 0
  const times = optionalNumber(body, 'times') ?? 1
  return world.faults.order({ match, afterCalls, times, action: actionOf(body) }).id
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
    throw refusals.badRequest('path', 'expected a glob or a regular expression between slashes.', path)
  }
  if (match.origin !== undefined && !['api', 'upload', 'download'].includes(match.origin)) {
    throw refusals.badRequest('origin', 'expected api, upload or download.', match.origin)
  }
  return match
}

function actionOf(body: JsonObject): FaultAction {
  const kind = requiredText(body, 'kind')
  switch (kind) {
    case 'answer':
    case 'appliedAnswer':
      return { kind, ...cannedAnswer(body) }
    case 'reset':
    case 'hang':
    case 'appliedReset':
    case 'appliedHang':
    case 'wrongBytes':
      return { kind }
    case 'cutBody':
    case 'stallBody':
    case 'cutUpload':
    case 'stallUpload':
      return { kind, afterBytes: optionalNumber(body, 'afterBytes') ?? 0 }
    case 'hold':
      return { kind, at: optionalText(body, 'at') === 'before' ? 'before' : 'after' }
    default:
      throw refusals.badRequest(
        'kind',
        'expected answer, reset, hang, appliedAnswer, appliedReset, appliedHang, cutBody, stallBody, wrongBytes, cutUpload, stallUpload or hold.',
        kind,
      )
  }
}

function cannedAnswer(body: JsonObject): CannedAnswer {
  const status = optionalNumber(body, 'status')
  if (status === undefined || status < 200 || status > 599)
    throw refusals.badRequest('status', 'expected an HTTP status.', status)
  const answer = body.body
  if (answer !== undefined && !isObject(answer))
    throw refusals.badRequest('body', 'expected an object.', answer)
  return { status, headers: optionalTextMap(body, 'headers'), body: answer, html: optionalText(body, 'html') }
}
