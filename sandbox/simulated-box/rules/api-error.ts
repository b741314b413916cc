/** An error answer of Box: status, code and message as in its list of common errors. */
export class ApiError extends Error {
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

/** Errors of Box that no route here makes by itself; tests order them by code. */
export const boxErrors: Record<string, { status: number; message: string }> = {
  access_denied_item_locked: { status: 403, message: 'Access denied - item locked' },
  storage_limit_exceeded: { status: 403, message: 'Account storage limit reached' },
  forbidden_by_policy: {
    status: 403,
    message: 'Access to this resource is forbidden by policies or settings that are controlled by an admin',
  },
}

export const apiErrors = {
  /** One of `boxErrors`, or an error of this status that Box's list does not have. */
  coded: (code: string, status = boxErrors[code]?.status ?? 500) =>
    new ApiError(status, code, boxErrors[code]?.message ?? 'Ordered by a test'),
  notFound: () => new ApiError(404, 'not_found', 'Not Found'),
  trashed: () => new ApiError(404, 'trashed', 'Item is trashed'),
  notTrashed: () => new ApiError(404, 'not_trashed', 'Item is not trashed'),
  /** Box's answer to an id that is no number. */
  methodNotAllowed: () => new ApiError(405, 'method_not_allowed', 'Method Not Allowed'),
  forbidden: () =>
    new ApiError(403, 'access_denied_insufficient_permissions', 'Access denied - insufficient permission'),
  insufficientScope: () =>
    new ApiError(
      403,
      'insufficient_scope',
      'The request requires higher privileges than provided by the access token.',
    ),
  preconditionFailed: () =>
    new ApiError(
      412,
      'precondition_failed',
      'The resource has been modified. Please retrieve the resource again and retry',
    ),
  badRequest: (name: string, message: string, value?: unknown) =>
    new ApiError(400, 'bad_request', 'Bad Request', {
      errors: [
        {
          reason: 'invalid_parameter',
          name,
          message: value === undefined ? message : `${message} Got: ${JSON.stringify(value)}`,
        },
      ],
    }),
  missing: (name: string) =>
    new ApiError(400, 'bad_request', 'Bad Request', {
      errors: [{ reason: 'missing_parameter', name, message: `'${name}' is required` }],
    }),
  /** `conflicts` is an array for folders, an object for uploads, and absent for moves. */
  nameInUse: (conflicts?: unknown) =>
    new ApiError(
      409,
      'item_name_in_use',
      'Item with the same name already exists',
      conflicts === undefined ? undefined : { conflicts },
    ),
  nameReserved: () =>
    new ApiError(
      409,
      'name_temporarily_reserved',
      'The item name is reserved by another processing item. Wait and then retry the request, or wait ' +
        'and check the parent folder to see if the name is in use.',
    ),
  rateLimited: (retryAfterSeconds: number) =>
    new ApiError(
      429,
      'rate_limit_exceeded',
      'Request rate limit exceeded, please try again later',
      undefined,
      {
        'retry-after': String(retryAfterSeconds),
      },
    ),
}
