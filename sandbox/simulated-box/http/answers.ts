import { randomBytes } from 'node:crypto'
import { phpJson } from '../deliveries/php-json'
import { ApiError } from '../rules/api-error'
import type { SimulatedBoxContext } from '../context'
import type { Answer, Call } from './call'

/** Box's answer to a call that failed; anything but an ApiError is a bug of the simulator and gives a 500. */
export function errorAnswer(error: unknown): Answer {
  if (!(error instanceof ApiError)) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return errorAnswer(new ApiError(500, 'internal_server_error', `The simulated Box failed: ${message}`))
  }
  // Box's 401 has no body, only the header.
  const challenge = {
    'www-authenticate':
      'Bearer realm="Service", error="invalid_token", error_description="The access token provided is ' +
      'invalid."',
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

export function send(context: SimulatedBoxContext, call: Call, answer: Answer): void {
  const { ctx, entry } = call
  ctx.status = answer.status
  ctx.set({ 'box-request-id': randomBytes(8).toString('hex'), ...answer.headers })
  if (answer.bytes !== undefined) {
    ctx.body = answer.bytes.content
    ctx.type = answer.bytes.type
  } else if (answer.body === undefined) ctx.body = null
  else {
    ctx.body = phpJson(answer.body)
    ctx.type = 'application/json'
  }
  // Koa turns an empty body into 204; Box's 200, 202, 302 and 401 may be empty.
  ctx.status = answer.status
  const { origin, method, path, faultId } = entry
  context.capture.note({
    origin,
    method,
    path,
    status: answer.status,
    headers: { ...answer.headers },
    body: answer.body,
    faultId,
  })
}
