import type { IncomingMessage } from 'node:http'

import type { ByteBudget } from './byte-budget'
import { Refusal } from './refusal'

export interface BodyLimits {
  maxBytes: number
  timeoutMs: number
  /** Shared by all requests. A delivery of ordinary size never fails for others that fill it. */
  budget: ByteBudget
}

/** Box's deliveries have 2 to 4 KB. */
const ordinaryBytes = 16 * 1024

/** Hands the raw bytes of the body, as signed, to `use`; they count in the budget until it returns. */
export async function withBody<T>(
  request: IncomingMessage,
  limits: BodyLimits,
  use: (body: Buffer) => T,
): Promise<T> {
  const chunks: Buffer[] = []
  let bytes = 0
  try {
    refuseByLength(Number(request.headers['content-length']), limits)
    await readChunks(request, limits, (chunk) => {
      chunks.push(chunk)
      bytes += chunk.length
      const hasRoom = limits.budget.take(chunk.length)
      if (bytes > limits.maxBytes) throw tooLarge(limits)
      if (!hasRoom && bytes > ordinaryBytes) throw overloaded()
    })
    return use(Buffer.concat(chunks, bytes))
  } finally {
    limits.budget.giveBack(bytes)
  }
}

/** A body that cannot be held is not read at all. `declared` is NaN for a chunked one. */
function refuseByLength(declared: number, limits: BodyLimits): void {
  if (declared > limits.maxBytes) throw tooLarge(limits)
  if (declared > ordinaryBytes && !limits.budget.hasRoomFor(declared)) throw overloaded()
}

function readChunks(
  request: IncomingMessage,
  limits: BodyLimits,
  onChunk: (chunk: Buffer) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const { timeoutMs } = limits
    const stop = (act: () => void) => {
      clearTimeout(timer)
      request.off('data', onData).off('end', onEnd).off('close', onClose).off('error', onClose).pause()
      // An aborted request may still emit its error.
      request.on('error', () => undefined)
      act()
    }
    const fail = (error: unknown) =>
      stop(() => reject(error instanceof Error ? error : new Error(String(error))))
    const onData = (chunk: Buffer) => {
      try {
        onChunk(chunk)
      } catch (error) {
        fail(error)
      }
    }
    const onEnd = () => stop(resolve)
    const onClose = () =>
      fail(new Refusal('body_incomplete', 'expected as many bytes as Content-Length says'))
    const timer = setTimeout(
      () => fail(new Refusal('body_too_slow', `expected the whole body within ${timeoutMs} ms`)),
      timeoutMs,
    )
    request.on('data', onData).once('end', onEnd).once('close', onClose).once('error', onClose)
  })
}

function overloaded(): Refusal {
  return new Refusal('overloaded', 'too many large bodies at a time, please deliver again')
}

function tooLarge({ maxBytes }: BodyLimits): Refusal {
  return new Refusal('body_too_large', `expected a body of at most ${maxBytes} bytes`)
}

/** How long, and how much of, an unread body is dropped, so that the sender gets the answer, not a reset. */
const discardMs = 250
const discardBytes = 64 * 1024

export async function discardBody(request: IncomingMessage): Promise<void> {
  if (request.complete || request.destroyed) return
  await new Promise<void>((resolve) => {
    let bytes = 0
    const done = () => {
      clearTimeout(timer)
      request.off('data', onData).off('end', done).off('close', done).pause()
      resolve()
    }
    const onData = (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > discardBytes) done()
    }
    const timer = setTimeout(done, discardMs)
    request.on('data', onData).once('end', done).once('close', done).resume()
  })
}
