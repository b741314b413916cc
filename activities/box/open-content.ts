import type { BoxClient } from 'box-node-sdk'

import type { Content, WantedContent } from './box'
import { BoxError } from './box-error'
import { callBox } from './call-box'
import { retryAfterMs } from './retry-after'

/**
 * The SDK gives the address (Box answers 302 to another origin), Node's fetch the bytes: the SDK's own download waits
 * for ever when a connection dies before its headers. The second request carries no authorization.
 */
export async function openContent(client: BoxClient, { fileId, versionId, fromByte, signal }: WantedContent): Promise<Content> {
  const what = `download version ${versionId} of file ${fileId}`
  const address = await callBox(what, signal, () =>
    client.downloads.getDownloadFileUrl(fileId, { queryParams: { version: versionId }, cancellationToken: signal }),
  )
  const response = await fetchContent(address, fromByte, what, signal)
  if (response.status === 200 && response.body !== null) return { startsAtByte: 0, body: response.body }
  if (response.status === 206 && response.body !== null) return { startsAtByte: startOf(response, fromByte, what), body: response.body }
  await response.body?.cancel()
  throw refusal(response, what)
}

async function fetchContent(address: string, fromByte: number, what: string, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(address, { headers: fromByte > 0 ? { range: `bytes=${fromByte}-` } : {}, signal })
  } catch (cause) {
    signal.throwIfAborted()
    throw new BoxError({ kind: 'no_answer', message: `Box's download server gave no answer to "${what}"`, cause })
  }
}

/** `Content-Range: bytes 100-999/1000`. */
function startOf(response: Response, fromByte: number, what: string): number {
  const range = response.headers.get('content-range') ?? ''
  const start = /^bytes (\d+)-/.exec(range)?.[1]
  if (start !== undefined && Number(start) <= fromByte) return Number(start)
  throw new BoxError({ kind: 'no_answer', message: `"${what}" from byte ${fromByte} brought Content-Range "${range}"` })
}

/** An address is good for a quarter of an hour, so its 4xx is mended by asking for a new one: never a final word. */
function refusal({ status, headers }: Response, what: string): BoxError {
  const waitMs = retryAfterMs(headers.get('retry-after'))
  const isNotYet = status === 202 || status === 429
  const message = `Box's download server answered ${status} to "${what}"`
  return new BoxError({ kind: isNotYet ? 'not_yet' : 'server_error', status, retryAfterMs: waitMs, message })
}
