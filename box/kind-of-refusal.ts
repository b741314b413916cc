import type { BoxErrorKind } from './box-error'

/**
 * The kind of a 4xx or 5xx answer. `code` is Box's error code; absent when the body has none.
 * Codes: https://developer.box.com/guides/api-calls/permissions-and-errors/common-errors/
 */
export function kindOfRefusal(status: number, code = ''): BoxErrorKind {
  if (status === 408 || status >= 500) return 'server_error'
  if (credentialCodes.has(code)) return 'unauthorized'
  return kindByCode.get(`${status} ${code}`) ?? kindByStatus(status)
}

const kindByCode: ReadonlyMap<string, BoxErrorKind> = new Map<string, BoxErrorKind>([
  ['403 access_denied_insufficient_permissions', 'forbidden'],
  ['403 access_denied_item_locked', 'locked'],
  ['403 storage_limit_exceeded', 'quota'],
  ['403 forbidden_by_policy', 'policy'],
  ['403 insufficient_scope', 'scope'],
  ['404 trashed', 'trashed'],
  ['409 item_name_in_use', 'name_taken'],
  ['409 name_temporarily_reserved', 'busy'],
  ['409 operation_blocked_temporary', 'busy'],
])

/** What the token endpoint answers to credentials that it does not accept (RFC 6749, 5.2, and Box's own). */
const credentialCodes = new Set(['invalid_client', 'invalid_grant', 'unauthorized_client', 'invalid_token'])

function kindByStatus(status: number): BoxErrorKind {
  switch (status) {
    case 401:
      return 'unauthorized'
    case 404:
      return 'not_found'
    case 409:
      return 'conflict'
    case 412:
      return 'changed'
    case 429:
      return 'not_yet'
    default:
      return 'refused'
  }
}
