import { BoxApiError, BoxSdkError } from 'box-node-sdk/box'

import { type BoxConflict, BoxError } from './box-error'
import { kindOfRefusal } from './kind-of-refusal'
import { retryAfterMs } from './retry-after'

/**
 * Runs one call of the SDK and turns what it throws into a `BoxError`. `what` names the call in plain words:
 * "read file 123". The SDK's own error holds the live token (`requestInfo`), so only the answer is kept.
 */
export async function callBox<T>(
  what: string,
  signal: AbortSignal | undefined,
  call: () => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted()
  try {
    return await call()
  } catch (error) {
    signal?.throwIfAborted()
    throw asBoxError(error, what)
  }
}

function asBoxError(error: unknown, what: string): unknown {
  if (error instanceof BoxError) return error
  if (error instanceof BoxApiError) return refusal(error, what)
  if (!(error instanceof BoxSdkError)) return error
  // The SDK gives no status for a proxy's HTML page, a broken connection or a time-out.
  return new BoxError({
    kind: 'no_answer',
    message: `Box gave no usable answer to "${what}": ${error.message}`,
    cause: error.error,
  })
}

function refusal({ responseInfo: { statusCode, body, headers } }: BoxApiError, what: string): BoxError {
  return refusalOf(statusCode, body, headers['retry-after'], what)
}

/** What Box's answer means. `body` is its JSON. */
export function refusalOf(
  status: number,
  body: unknown,
  retryAfter: string | null | undefined,
  what: string,
): BoxError {
  // Not the SDK's `responseInfo.code`: it is JSON-quoted. The token endpoint says `error` instead of `code`.
  const code = text(body, 'code') ?? text(body, 'error')
  const requestId = text(body, 'request_id')
  const words = text(body, 'message') ?? text(body, 'error_description')
  return new BoxError({
    kind: kindOfRefusal(status, code),
    status,
    code,
    requestId,
    retryAfterMs: retryAfterMs(retryAfter),
    conflicts: conflictsOf(field(field(body, 'context_info'), 'conflicts')),
    message:
      `Box answered ${[status, code].filter(Boolean).join(' ')} to "${what}"` +
      `${words === undefined ? '' : `: ${words}`}${requestId === undefined ? '' : ` (request ${requestId})`}`,
  })
}

/** Box sends an array for `POST /folders`, an object for an upload, and nothing for a move. */
function conflictsOf(conflicts: unknown): BoxConflict[] {
  const entries: unknown[] = Array.isArray(conflicts) ? conflicts : [conflicts]
  return entries.flatMap((entry) => {
    const [id, type] = [text(entry, 'id'), text(entry, 'type')]
    return id === undefined || type === undefined ? [] : [{ id, type, name: text(entry, 'name') }]
  })
}

function text(value: unknown, key: string): string | undefined {
  const found = field(value, key)
  return typeof found === 'string' && found !== '' ? found : undefined
}

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}
