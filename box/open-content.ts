import type { BoxClient } from 'box-node-sdk'

import type { Content, WantedContent } from './box'
import { BoxError } from './box-error'
import { callBox } from './call-box'
import { retryAfterMs } from './retry-after'
import { Watchdog } from './watchdog'

/**
 * The SDK gives the address (Box answers 302 to another origin), Node's fetch the bytes: the SDK's own
 * download waits for ever when a connection dies. The second request carries no authorization. Read the body,
 * or abort the signal.
 */
export async function openContent(
  client: BoxClient,
  wanted: WantedContent,
  stallMs: number,
): Promise<Content> {
  const { fileId, versionId, fromByte, signal } = wanted
  const what = `download version ${versionId} of file ${fileId}`
  const address = await callBox(what, signal, () =>
    client.downloads.getDownloadFileUrl(fileId, {
      queryParams: { version: versionId },
      cancellationToken: signal,
    }),
  )
  const watchdog = new Watchdog(signal, stallMs)
  try {
    const response = await fetch(address, {
      headers: fromByte > 0 ? { range: `bytes=${fromByte}-` } : {},
      signal: watchdog.signal,
    })
    const startsAtByte = startOf(response, fromByte)
    if (startsAtByte === undefined || response.body === null) throw refusal(response, what)
    return { startsAtByte, body: guarded(response.body, watchdog, signal, what) }
  } catch (error) {
    watchdog.stop()
    throw brokenOff(error, signal, what)
  }
}

/** A server that knows no ranges answers 200 with all of it; undefined for any answer that is no content. */
function startOf({ status, headers }: Response, fromByte: number): number | undefined {
  if (status === 200) return 0
  if (status !== 206) return undefined
  return headers.get('content-range')?.startsWith(`bytes ${fromByte}-`) === true ? fromByte : undefined
}

/**
 * An address is good for a quarter of an hour, so its 4xx is mended by asking for a new one: never a final
 * word.
 */
function refusal({ status, headers }: Response, what: string): BoxError {
  const waitMs = retryAfterMs(headers.get('retry-after'))
  const isNotYet = status === 202 || status === 429
  const message = `Box's download server answered ${status} to "${what}"`
  return new BoxError({ kind: isNotYet ? 'not_yet' : 'server_error', status, retryAfterMs: waitMs, message })
}

async function* guarded(
  body: AsyncIterable<Uint8Array>,
  watchdog: Watchdog,
  signal: AbortSignal,
  what: string,
) {
  try {
    for await (const chunk of body) {
      // The time that the reader takes is not the server's.
      watchdog.rest()
      yield chunk
      watchdog.feed()
    }
  } catch (error) {
    throw brokenOff(error, signal, what)
  } finally {
    watchdog.stop()
  }
}

function brokenOff(error: unknown, signal: AbortSignal, what: string): unknown {
  signal.throwIfAborted()
  if (error instanceof BoxError) return error
  const reason = error instanceof Error ? error.message : String(error)
  return new BoxError({ kind: 'no_answer', message: `"${what}" broke off: ${reason}`, cause: error })
}
