import rawBody from 'raw-body'
import { ApiError } from '../rules/api-error'
import type { Call } from './call'
import { parseObject } from './json'

const maximumBytes = 1024 * 1024

/** Reads a JSON or form body into `call.body`. Leaves the body of an upload alone: that is streamed. */
export async function readBody(call: Call): Promise<void> {
  const { req } = call.ctx
  const isForm = Boolean(call.ctx.is('application/x-www-form-urlencoded'))
  if (call.ctx.is('multipart/form-data', 'application/octet-stream')) return
  const text = await rawBody(req, { limit: maximumBytes, encoding: 'utf8' }).catch((error: unknown) => {
    throw req.socket.destroyed ? error : new ApiError(413, 'bad_request', 'Request body too large')
  })
  if (text === '') return
  call.body = isForm ? Object.fromEntries(new URLSearchParams(text)) : parseObject(text)
}
