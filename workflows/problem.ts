import { ActivityFailure, ApplicationFailure, TimeoutFailure } from '@temporalio/workflow'

import { errorTypes, type Step } from './contract'
import { shorten } from './start-options'

/** Why a step could not go on, in words for the person who has to act. */
export interface Problem {
  /** One of `errorTypes`, or the type of a failure that nobody foresaw. */
  errorType: string
  message: string
  whatToDo: string
}

/**
 * Reads what an activity's failure means: a refusal that names its type stands, everything else used up its
 * attempts.
 */
export function problemOf(step: Step, error: unknown): Problem {
  const cause = error instanceof ActivityFailure ? error.cause : error
  const errorType =
    cause instanceof ApplicationFailure && cause.nonRetryable ? typeOf(cause) : errorTypes.retriesExhausted
  return {
    errorType: shorten(errorType, 100),
    message: shorten(messageOf(step, cause), 2_000),
    whatToDo: remedies[errorType] ?? remedies[errorTypes.retriesExhausted] ?? '',
  }
}

/**
 * True when a step waited too long for its own host: the server never retries that, and it says nothing about
 * the step.
 */
export function isHostWaitOver(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof TimeoutFailure && cause.timeoutType === 'SCHEDULE_TO_START') return true
  }
  return false
}

/** The SDK calls a refusal without a type `Error`. */
function typeOf({ type }: ApplicationFailure): string {
  return type && type !== 'Error' ? type : 'unnamed_failure'
}

function messageOf(step: Step, cause: unknown): string {
  if (cause instanceof TimeoutFailure) {
    const last = cause.cause instanceof Error ? `; before that: ${cause.cause.message}` : ''
    return `${step} ${timeouts[cause.timeoutType ?? 'START_TO_CLOSE']}, at every attempt${last}`
  }
  return cause instanceof Error ? cause.message : String(cause)
}

const timeouts: Record<NonNullable<TimeoutFailure['timeoutType']>, string> = {
  START_TO_CLOSE: 'took longer than its time-out',
  HEARTBEAT: 'stopped giving signs of life (its worker died or hangs)',
  SCHEDULE_TO_START: 'found no worker',
  SCHEDULE_TO_CLOSE: 'took longer than its time-out',
}

/** What a person does about it; after each of them comes `retry`. */
const remedies: Record<string, string> = {
  [errorTypes.accessLost]: "Invite the service account to the client's INCOMING folder again, as Editor.",
  [errorTypes.permissionDenied]:
    "Raise the service account's role to Editor on the client's INCOMING and REPORTS folders.",
  [errorTypes.reportsFolder]:
    "Correct box_reports_folder_id in clients.yaml, or invite the service account to the client's REPORTS folder as Editor.",
  [errorTypes.reportNameTaken]:
    "Rename or remove the file that has the report's name in the REPORTS folder; it is not ours.",
  [errorTypes.processedIsFile]:
    'Rename or remove the file named _PROCESSED in the INCOMING folder; a folder of that name is needed.',
  [errorTypes.configuration]: "Mend the client's entry in clients.yaml, or the profile that it names.",
  [errorTypes.contentMismatch]:
    'Ask the client to upload the file again, or look whether something between Box and this host alters downloads.',
  [errorTypes.boxAuth]:
    'Check the JWT configuration and that the Box app is still authorized by the Box admin.',
  [errorTypes.verdictError]:
    'Read in the report which required check could not run, and mend its cause on the worker host.',
  [errorTypes.boxRefused]: "Read Box's answer above and mend what it names.",
  [errorTypes.retriesExhausted]:
    "Look at the error and the workers' log; when the cause is over, nothing else is needed.",
}
