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

/** It will pass without a person: Temporal tries again after this wait and counts no failure. */
export function notYet(message: string, waitMs: number, type = 'not_yet'): ApplicationFailure {
  // To the server, zero means "no delay given".
  const nextRetryDelay = Math.max(1, Math.ceil(waitMs))
  return ApplicationFailure.create({
    message,
    type,
    nextRetryDelay,
    category: ApplicationFailureCategory.BENIGN,
  })
}
