import { ApplicationFailure, ApplicationFailureCategory } from '@temporalio/common'

import { errorTypes } from '../../workflows/contract'
import { BoxError } from './box-error'

/** When Box does not say how long. */
const defaultWaitMs = 5_000
const busyWaitMs = 3_000

/**
 * What a refusal of Box means to a run, in the house's four outcomes. Anything else is handed back as it came. An
 * activity that knows better (a 404 on its folder, a name that is taken) says so itself, before this.
 */
export function toFailure(error: unknown): unknown {
  if (!(error instanceof BoxError)) return error
  switch (error.kind) {
    case 'not_yet':
      return notYet(error.message, error.retryAfterMs ?? defaultWaitMs)
    case 'busy':
      return notYet(error.message, error.retryAfterMs ?? busyWaitMs)
    case 'unauthorized':
      return needsPerson(`${error.message}. Is the JWT configuration that of an authorized app, and the clock right?`, errorTypes.boxAuth)
    case 'forbidden':
      return needsPerson(`${error.message}. The service account needs the Editor role there.`, errorTypes.permissionDenied)
    case 'not_found':
    case 'trashed':
    case 'name_taken':
    case 'refused':
      return needsPerson(error.message, errorTypes.boxRefused)
    case 'changed':
    case 'server_error':
    case 'no_answer':
      return error
  }
}

/** A person must act: the run parks. */
export function needsPerson(message: string, type: string, cause?: unknown): ApplicationFailure {
  return ApplicationFailure.create({ message, type, nonRetryable: true, cause: cause instanceof Error ? cause : undefined })
}

/** Not our fault and not for long. */
export function notYet(message: string, waitMs: number): ApplicationFailure {
  // Zero would mean "no delay given" to the server.
  const nextRetryDelay = Math.max(1, Math.ceil(waitMs))
  return ApplicationFailure.create({ message, type: 'not_yet', nextRetryDelay, category: ApplicationFailureCategory.BENIGN })
}
