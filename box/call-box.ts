import { BoxApiError, BoxSdkError } from 'box-node-sdk/box'

import { type BoxConflict, BoxError, type BoxErrorKind } from './box-error'
import { retryAfterMs } from './retry-after'

/**
 * Runs one call of the SDK and turns what it throws into a `BoxError`. `what` says the call in plain words:
 * "read file 123". The SDK's own error holds the live token (`requestInfo`), so nothing of it is kept but the
 * answer.
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
  // An HTML error page of a proxy, a connection that died, a time-out: the SDK gives no status for any of
  // them.
  return new BoxError({
    kind: 'no_answer',
    message: `Box gave no usable answer to "${what}": ${error.message}`,
    cause: error.error,
  })
}

function refusal({ responseInfo }: BoxApiError, what: string): BoxError {
  const status = responseInfo.statusCode
  const body: unknown = responseInfo.body
  // `responseInfo.code` is JSON-quoted; the token endpoint says `error` instead of `code`.
  const code = text(body, 'code') ?? text(body, 'error')
  const requestId = text(body, 'request_id')
  const words = text(body, 'message') ?? text(body, 'error_description')
  return new BoxError({
    kind: kindOf(status, code),
    status,
    code,
    requestId,
    retryAfterMs: retryAfterMs(responseInfo.headers['retry-after']),
    conflicts: conflictsOf(field(field(body, 'context_info'), 'conflicts')),
    message:
      `Box answered ${[status, code].filter(Boolean).join(' ')} to "${what}"` +
      `${words === undefined ? '' : `: ${words}`}${requestId === undefined ? '' : ` (request ${requestId})`}`,
  })
}

/** Answers of the token endpoint to credentials that it does not accept (RFC 6749, 5.2, and Box's own). */
const credentialCodes = new Set(['invalid_client', 'invalid_grant', 'unauthorized_client', 'invalid_token'])
const busyCodes = new Set(['name_temporarily_reserved', 'operation_blocked_temporary'])

function kindOf(status: number, code: string | undefined): BoxErrorKind {
  if (status === 401 || (code !== undefined && credentialCodes.has(code))) return 'unauthorized'
  if (status === 403) return 'forbidden'
  if (status === 404) return code === 'trashed' ? 'trashed' : 'not_found'
  if (status === 409) return code !== undefined && busyCodes.has(code) ? 'busy' : 'name_taken'
  if (status === 412) return 'changed'
  if (status === 429) return 'not_yet'
  if (status === 408 || status >= 500) return 'server_error'
  return 'refused'
}

/** An array from `POST /folders`, an object from an upload, absent from a move. */
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
