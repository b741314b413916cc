import { ApplicationFailure, ApplicationFailureCategory } from '@temporalio/common'

/** A person must act: the run parks. `type` is one of the contract's `errorTypes`. */
export function needsPerson(message: string, type: string, cause?: unknown): ApplicationFailure {
  return ApplicationFailure.create({
    message,
    type,
    nonRetryable: true,
    cause: cause instanceof Error ? cause : undefined,
  })
}

/** Nobody's fault and not for long: try again after this wait, and raise no alarm. */
export function notYet(message: string, waitMs: number): ApplicationFailure {
  // Zero would mean "no delay given" to the server.
  const nextRetryDelay = Math.max(1, Math.ceil(waitMs))
  return ApplicationFailure.create({
    message,
    type: 'not_yet',
    nextRetryDelay,
    category: ApplicationFailureCategory.BENIGN,
  })
}
