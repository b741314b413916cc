import type { IncomingMessage } from 'node:http'
import getRawBody from 'raw-body'

import { Refusal } from './refusal'
import { withTimeout } from '../runs/with-timeout'

/** How long the rest of an oversized body is dropped, so that the sender gets the 413, not a reset. */
const discardMs = 250

/** The raw bytes of the body, as signed: at most `maxBytes`, within `timeoutMs`. */
export async function readBody(
  request: IncomingMessage,
  { maxBytes, timeoutMs }: { maxBytes: number; timeoutMs: number },
): Promise<Buffer> {
  try {
    const body = getRawBody(request, { length: request.headers['content-length'], limit: maxBytes })
    return await withTimeout(
      timeoutMs,
      body,
      () => new Refusal('body_too_slow', `expected the whole body within ${timeoutMs} ms`),
    )
  } catch (error) {
    const type = typeof error === 'object' && error !== null && 'type' in error ? error.type : undefined
    if (type === 'entity.too.large') {
      await discard(request)
      throw new Refusal('body_too_large', `expected a body of at most ${maxBytes} bytes`)
    }
    if (error instanceof Refusal) throw error
    throw new Refusal('body_incomplete', 'expected as many bytes as Content-Length says', { cause: error })
  }
}

async function discard(request: IncomingMessage): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, discardMs)
    const done = () => {
      clearTimeout(timer)
      resolve()
    }
    request.once('end', done).once('close', done).resume()
  })
  request.pause()
}
