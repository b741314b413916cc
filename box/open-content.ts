import type { BoxClient } from 'box-node-sdk'

import type { Content, WantedContent } from './box'
import { BoxError, isBoxError } from './box-error'
import { callBox, refusalOf } from './call-box'
import { retryAfterMs } from './retry-after'
import { Watchdog } from './watchdog'

const defaultReasonMs = 10_000

/**
 * The SDK gives the address (Box answers 302 to another origin), Node's `fetch` the bytes: the SDK's own
 * download hangs for ever when a connection dies. The second request carries no authorization. The caller
 * must read the body or abort the signal.
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
  ).catch(async (error: unknown) => {
    throw isBoxError(error, 'refused') ? await withReason(error, client, wanted, what) : error
  })
  const watchdog = new Watchdog(signal, stallMs)
  try {
    const response = await fetch(address, {
      headers: fromByte > 0 ? { range: `bytes=${fromByte}-` } : {},
      signal: watchdog.signal,
    })
    const startsAtByte = startByteOf(response, fromByte)
    if (startsAtByte === undefined || response.body === null) throw refusal(response, what)
    return { startsAtByte, body: guarded(response.body, watchdog, signal, what) }
  } catch (error) {
    watchdog.stop()
    throw interrupted(error, signal, what)
  }
}

/**
 * The SDK drops the body of this answer, and Box's code is in it: locked, policy, quota … The same request
 * once more reads it.
 */
async function withReason(
  error: BoxError,
  { auth, networkSession }: BoxClient,
  { fileId, versionId, signal }: WantedContent,
  what: string,
): Promise<BoxError> {
  const address = `${networkSession.baseUrls.baseUrl}/2.0/files/${fileId}/content?version=${versionId}`
  const authorization = await callBox(what, signal, () => auth.retrieveAuthorizationHeader(networkSession))
  const timeout = AbortSignal.timeout(networkSession.timeoutConfig?.timeoutMs ?? defaultReasonMs)
  try {
    const response = await fetch(address, {
      redirect: 'manual',
      headers: { authorization },
      signal: AbortSignal.any([signal, timeout]),
    })
    if (response.status < 400) {
      await response.body?.cancel()
      return new BoxError({
        kind: 'server_error',
        status: error.status,
        message: error.message,
        cause: error,
      })
    }
    const body: unknown = await response.json()
    return refusalOf(response.status, body, response.headers.get('retry-after'), what)
  } catch {
    signal.throwIfAborted()
    return error
  }
}

/** A server without range support answers 200 with the whole file. Undefined: no content. */
function startByteOf({ status, headers }: Response, fromByte: number): number | undefined {
  if (status === 200) return 0
  if (status !== 206) return undefined
  return headers.get('content-range')?.startsWith(`bytes ${fromByte}-`) === true ? fromByte : undefined
}

/** An address expires after 15 minutes, so a 4xx here is never final: the next attempt gets a new address. */
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
      // The reader's time does not count.
      watchdog.rest()
      yield chunk
      watchdog.feed()
    }
  } catch (error) {
    throw interrupted(error, signal, what)
  } finally {
    watchdog.stop()
  }
}

function interrupted(error: unknown, signal: AbortSignal, what: string): unknown {
  signal.throwIfAborted()
  if (error instanceof BoxError) return error
  const reason = error instanceof Error ? error.message : String(error)
  return new BoxError({ kind: 'no_answer', message: `"${what}" was interrupted: ${reason}`, cause: error })
}
