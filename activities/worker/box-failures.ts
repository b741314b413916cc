import { errorTypes } from '../../workflows/contract'
import { needsPerson, notYet } from './outcomes'
import { BoxError } from '../../box/box-error'

/** When Box does not say how long. */
const defaultWaitMs = 5_000
const busyWaitMs = 3_000

/**
 * What a refusal of Box means to a run, in the house's four outcomes. Anything else is handed back as it
 * came. An activity that knows better (a 404 on its folder, a name that is taken) says so itself, before
 * this.
 */
export function toFailure(error: unknown): unknown {
  if (!(error instanceof BoxError)) return error
  switch (error.kind) {
    case 'not_yet':
      return notYet(error.message, error.retryAfterMs ?? defaultWaitMs)
    case 'busy':
      return notYet(error.message, error.retryAfterMs ?? busyWaitMs)
    case 'unauthorized':
      return needsPerson(
        `${error.message}. Is the JWT configuration that of an authorized app, and the clock right?`,
        errorTypes.boxAuth,
      )
    case 'forbidden':
      return needsPerson(
        `${error.message}. The service account needs the Editor role there.`,
        errorTypes.permissionDenied,
      )
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
