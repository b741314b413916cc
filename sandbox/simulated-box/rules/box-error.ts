/** A refusal in Box's own words: status, code and message as its list of common errors has them. */
export class BoxError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly contextInfo?: Record<string, unknown>,
    readonly headers: Record<string, string> = {},
  ) {
    super(message)
  }
}

export const refusals = {
  notFound: () => new BoxError(404, 'not_found', 'Not Found'),
  trashed: () => new BoxError(404, 'trashed', 'Item is trashed'),
  notTrashed: () => new BoxError(404, 'not_trashed', 'Item is not trashed'),
  /** Box's answer to an id that is no number. */
  methodNotAllowed: () => new BoxError(405, 'method_not_allowed', 'Method Not Allowed'),
  forbidden: () =>
    new BoxError(403, 'access_denied_insufficient_permissions', 'Access denied - insufficient permission'),
  insufficientScope: () =>
    new BoxError(
      403,
      'insufficient_scope',
      'The request requires higher privileges than provided by the access token.',
    ),
  preconditionFailed: () =>
    new BoxError(
      412,
      'precondition_failed',
      'The resource has been modified. Please retrieve the resource again and retry',
    ),
  badRequest: (name: string, message: string, value?: unknown) =>
    new BoxError(400, 'bad_request', 'Bad Request', {
      errors: [
        {
          reason: 'invalid_parameter',
          name,
          message: value === undefined ? message : `${message} Got: ${JSON.stringify(value)}`,
        },
      ],
    }),
  missing: (name: string) =>
    new BoxError(400, 'bad_request', 'Bad Request', {
      errors: [{ reason: 'missing_parameter', name, message: `'${name}' is required` }],
    }),
  /** `conflicts` is an array for folders, an object for uploads, and absent for moves. */
  nameInUse: (conflicts?: unknown) =>
    new BoxError(
      409,
      'item_name_in_use',
      'Item with the same name already exists',
      conflicts === undefined ? undefined : { conflicts },
    ),
  nameReserved: () =>
    new BoxError(
      409,
      'name_temporarily_reserved',
      'The item name is reserved by another processing item. Wait and then retry the request, or wait and check the parent folder to see if the name is in use.',
    ),
  rateLimited: (retryAfterSeconds: number) =>
    new BoxError(
      429,
      'rate_limit_exceeded',
      'Request rate limit exceeded, please try again later',
      undefined,
      {
        'retry-after': String(retryAfterSeconds),
      },
    ),
}
