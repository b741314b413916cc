import type { Context } from 'koa'
import { ApiError, apiErrors } from '../rules/api-error'
import { askedFields } from '../views/fields'
import type { FaultBehaviour } from './fault-kinds'
import type { JsonObject } from './json'
import type { RequestEntry } from './request-log'
import type { Principal } from './tokens'

/** One request to the simulated Box. */
export interface Call {
  ctx: Context
  entry: RequestEntry
  principal?: Principal
  /** The parsed JSON body; absent for uploads, forms and requests without one. */
  body?: JsonObject
  /** Changes the body that is downloaded or uploaded. */
  bodyFault?: FaultBehaviour
}

/** What a route answers; `body` absent = empty. */
export interface Answer {
  status: number
  body?: unknown
  headers?: Record<string, string>
  /** Instead of a JSON body. */
  bytes?: { type: string; content: Buffer }
}

/** The user of an authorized call. */
export function userOf(call: Call): string {
  return principalOf(call).userId
}

export function principalOf(call: Call): Principal {
  if (!call.principal) throw new ApiError(401, 'unauthorized', 'Unauthorized')
  return call.principal
}

export function bodyOf(call: Call): JsonObject {
  if (!call.body) throw apiErrors.missing('body')
  return call.body
}

export function fieldsOf(call: Call): string[] | undefined {
  return askedFields(call.entry.query.fields)
}

/** Box answers 405 to an id that is no number. */
export function digits(id: string | undefined): string {
  if (id === undefined || !/^\d{1,20}$/.test(id)) throw apiErrors.methodNotAllowed()
  return id
}

/** `limit` and `offset`, within Box's bounds. */
export function boundedNumber(
  call: Call,
  name: 'limit' | 'offset',
  fallback: number,
  maximum: number,
): number {
  const text = call.entry.query[name]
  if (text === undefined || text === '') return fallback
  const value = Number(text)
  if (!/^\d+$/.test(text) || value > maximum) {
    throw new ApiError(
      400,
      `invalid_${name}`,
      `${name === 'limit' ? 'Limit' : 'Offset'} is not a valid number`,
    )
  }
  return value
}

/** `If-Match`: the etag that the caller expects. */
export function checkIfMatch(call: Call, etag: string): void {
  const wanted = call.ctx.get('if-match')
  if (wanted !== '' && wanted.replaceAll('"', '') !== etag) throw apiErrors.preconditionFailed()
}

/** The client hung up. (`req.destroyed` only says that its body was read.) */
export function isGone(ctx: Context): boolean {
  return ctx.req.socket.destroyed || ctx.res.destroyed
}
