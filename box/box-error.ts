/** What a refusal means to the product. Only this room reads HTTP statuses; all others ask for the kind. */
export type BoxErrorKind =
  /** 404: not there, or not for us: Box does not tell the two apart. */
  | 'not_found'
  | 'trashed'
  /** 403: our role is too low. */
  | 'forbidden'
  /** Box refuses our credentials. */
  | 'unauthorized'
  /** 409: something of that name, or a webhook for that target, is there; see `conflicts`. */
  | 'name_taken'
  /** 409: another operation holds the name or the item for a moment. */
  | 'busy'
  /** 412: the item changed under us. */
  | 'changed'
  /** 429, or 202 for a file that Box still takes in; see `retryAfterMs`. */
  | 'not_yet'
  /** 5xx. It may have been applied all the same. */
  | 'server_error'
  /** No answer, or none that can be read. It may have been applied all the same. */
  | 'no_answer'
  /** Any other 4xx: a repetition mends nothing. */
  | 'refused'

export interface BoxConflict {
  type: string
  id: string
  name?: string
}

interface BoxErrorFields {
  kind: BoxErrorKind
  message: string
  /** HTTP status; absent when there was no answer. For people to read. */
  status?: number
  /** Box's own word, such as `item_name_in_use`. */
  code?: string
  requestId?: string
  retryAfterMs?: number
  conflicts?: BoxConflict[]
  cause?: unknown
}

/** Thrown by every call of `Box`. Holds no request, so that no token can reach a log through it. */
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

/** `isBoxError(error, 'not_found', 'trashed')`: one of these refusals? */
export function isBoxError(error: unknown, ...kinds: BoxErrorKind[]): error is BoxError {
  return error instanceof BoxError && (kinds.length === 0 || kinds.includes(error.kind))
}
