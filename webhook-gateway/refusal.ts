/** Every reason to refuse a request, with its HTTP status, in the order of the checks. */
export const refusalStatus = {
  unknown_path: 404,
  wrong_method: 405,
  missing_header: 400,
  unsupported_version: 400,
  unsupported_algorithm: 400,
  malformed_timestamp: 400,
  stale_timestamp: 403,
  future_timestamp: 403,
  no_key: 403,
  body_too_large: 413,
  overloaded: 503,
  body_too_slow: 408,
  body_incomplete: 400,
  wrong_signature: 403,
  malformed_json: 400,
  malformed_event: 400,
  not_remembered: 503,
  temporal_unavailable: 503,
  internal_error: 500,
} as const

export type RefusalReason = keyof typeof refusalStatus

/** Thrown to refuse. `detail` goes to the sender and to the log: it never quotes the body or a key. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly status: number

  constructor(
    readonly reason: RefusalReason,
    readonly detail: string,
    options?: ErrorOptions,
  ) {
    super(`${reason}: ${detail}`, options)
    this.status = refusalStatus[reason]
  }
}
