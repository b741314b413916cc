/** Why a call failed. Only this room reads HTTP statuses and Box's error codes; others ask for the kind. */
export type BoxErrorKind =
  /** 404: the item does not exist, or we have no access to it. Box does not tell the two apart. */
  | 'not_found'
  /** 404: the item is in the trash. */
  | 'trashed'
  /** 403: the role of the service account is too low. */
  | 'forbidden'
  /** 403: a person has locked the file. */
  | 'locked'
  /** 403: the storage quota of the folder's owner is used up. */
  | 'quota'
  /** 403: a security policy of the Box enterprise forbids the call. */
  | 'policy'
  /** 403: our application lacks a scope, such as "Manage webhooks", or its grant is older than the scope. */
  | 'scope'
  /** Box does not accept our credentials. */
  | 'unauthorized'
  /** 409: an item has this name already; see `conflicts`. */
  | 'name_taken'
  /** 409: another operation holds the name or the item for a moment. */
  | 'busy'
  /** 409 for any other reason, such as a second webhook on one folder. */
  | 'conflict'
  /** 412: the item has changed since we read it. */
  | 'changed'
  /** 429, or 202 for a file that Box has not stored yet; see `retryAfterMs`. */
  | 'not_yet'
  /** 5xx. Box may have applied the call. */
  | 'server_error'
  /** No answer, or an unreadable one. Box may have applied the call. */
  | 'no_answer'
  /** Any other 4xx: the same call will fail again. */
  | 'refused'

export interface BoxConflict {
  type: string
  id: string
  name?: string
}

interface BoxErrorFields {
  kind: BoxErrorKind
  message: string
  /** HTTP status, for people to read. Absent when there was no answer. */
  status?: number
  /** Box's error code, such as `item_name_in_use`. */
  code?: string
  requestId?: string
  retryAfterMs?: number
  conflicts?: BoxConflict[]
  cause?: unknown
}

/** Thrown by every call of `Box`. Holds no request, so no token can reach a log through it. */
export class BoxError extends Error {
  override readonly name = 'BoxError'
  readonly kind: BoxErrorKind
  readonly status?: number
  readonly code?: string
  readonly requestId?: string
  readonly retryAfterMs?: number
  readonly conflicts: BoxConflict[]

  constructor({ message, cause, ...fields }: BoxErrorFields) {
    super(message, { cause })
    this.kind = fields.kind
    this.status = fields.status
    this.code = fields.code
    this.requestId = fields.requestId
    this.retryAfterMs = fields.retryAfterMs
    this.conflicts = fields.conflicts ?? []
  }
}

/** `isBoxError(error, 'not_found', 'trashed')`: is it a BoxError of one of these kinds? */
export function isBoxError(error: unknown, ...kinds: BoxErrorKind[]): error is BoxError {
  return error instanceof BoxError && (kinds.length === 0 || kinds.includes(error.kind))
}
