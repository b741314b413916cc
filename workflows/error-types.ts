/** `ApplicationFailure.type` of everything that a person must act on, and of a withdrawn file. */
export const errorTypes = {
  /** The file left INCOMING, was deleted or trashed: ends the run, parks nothing. */
  withdrawn: 'Withdrawn',
  /** Box refuses our service account on a folder that it could read before. */
  accessLost: 'access_lost',
  /** The role is too low: a Viewer Uploader passes every step and fails at the move. */
  permissionDenied: 'permission_denied',
  /** The configured REPORTS folder is not there, or not readable. */
  reportsFolder: 'reports_folder',
  /** A stranger's file has the report's name. */
  reportNameTaken: 'report_name_taken',
  /** A file, not a folder, is named `_PROCESSED`. */
  processedIsFile: 'processed_is_file',
  /** `clients.yaml` no longer knows this client, or a profile is missing or wrong. */
  configuration: 'configuration',
  /** The downloaded bytes never matched Box's SHA-1. */
  contentMismatch: 'content_mismatch',
  /** Box refuses our credentials. */
  boxAuth: 'box_auth',
  /** A required check could not run: judged again on `retry`, before the move. */
  verdictError: 'verdict_error',
  /** The storage quota of a Box folder's owner is used up. */
  boxQuota: 'box_quota',
  /** A security policy of the Box enterprise forbids the call. */
  boxPolicy: 'box_policy',
  /** The images of the report are no longer on the host: `checks` must make them again. */
  previewsGone: 'previews_gone',
  /** 429: retried after Box's delay, never a reason to park. */
  rateLimited: 'rate_limited',
  /** Box answered 4xx in a way that no retry changes. */
  boxRefused: 'box_refused',
  /** The retry budget of the step ran out. */
  retriesExhausted: 'retries_exhausted',
} as const
