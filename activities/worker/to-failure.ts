import { errorTypes } from '../../workflows/contract'
import { needsPerson, notYet } from './outcomes'
import { BoxError } from '../../box/box-error'

/** When Box does not say how long. */
const rateLimitWaitMs = 5_000
const busyWaitMs = 3_000
const lockedWaitMs = 60_000

/**
 * What a refusal of Box means to a run. Any other error is returned unchanged. An activity that knows more
 * (which folder, which name) throws its own failure before this.
 */
export function toFailure(error: unknown): unknown {
  if (!(error instanceof BoxError)) return error
  const { kind, message, retryAfterMs } = error
  switch (kind) {
    case 'not_yet':
      return notYet(message, retryAfterMs ?? rateLimitWaitMs, errorTypes.rateLimited)
    case 'busy':
      return notYet(message, retryAfterMs ?? busyWaitMs)
    case 'locked':
      return notYet(`A person has locked the file in Box. ${message}`, lockedWaitMs)
    case 'unauthorized':
    case 'forbidden':
    case 'quota':
    case 'policy':
    case 'scope':
    case 'not_found':
    case 'trashed':
    case 'name_taken':
    case 'refused':
      return needsPerson(`${hints[kind] ?? ''}${message}`, typeOf[kind], error)
    case 'conflict':
    case 'changed':
    case 'server_error':
    case 'no_answer':
      return error
  }
}

const typeOf = {
  unauthorized: errorTypes.boxAuth,
  forbidden: errorTypes.permissionDenied,
  quota: errorTypes.boxQuota,
  policy: errorTypes.boxPolicy,
  scope: errorTypes.boxAuth,
  not_found: errorTypes.boxRefused,
  trashed: errorTypes.boxRefused,
  name_taken: errorTypes.boxRefused,
  refused: errorTypes.boxRefused,
} as const

const hints: Partial<Record<keyof typeof typeOf, string>> = {
  unauthorized: 'Box does not accept the credentials of the service account. ',
  forbidden: 'The role of the service account is too low; it needs Editor. ',
  quota: "The Box storage quota of the folder's owner is used up. ",
  policy: 'A security policy of the Box enterprise forbids this call. ',
  scope: 'The Box application lacks a scope. ',
}
