import { ActivityFailure, ApplicationFailure, TimeoutFailure } from '@temporalio/workflow'

import { errorTypes, type Report, type SharedCause, type Step } from './contract'
import { shorten } from './start-options'
import { messageOf } from './text'

/** Why a step cannot go on, in words for the person who has to act. */
export interface Problem {
  /** One of `errorTypes`, or the type of an unknown failure. */
  errorType: string
  message: string
  whatToDo: string
}

/** A non-retryable failure keeps its type; every other failure used up its attempts. */
export function problemOf(step: Step, error: unknown): Problem {
  const cause = error instanceof ActivityFailure ? error.cause : error
  const errorType =
    cause instanceof ApplicationFailure && cause.nonRetryable ? typeOf(cause) : errorTypes.retriesExhausted
  return {
    errorType: shorten(errorType, 100),
    message: shorten(describe(step, cause), 2_000),
    whatToDo: remedies[errorType] ?? remedies[errorTypes.retriesExhausted] ?? '',
  }
}

/** A report with the verdict `error`: a required check could not run. */
export function verdictError({ results }: Report): Problem {
  const errored = results
    .filter(({ status }) => status === 'errored')
    .map(({ check, reason }) => `${check}: ${reason ?? 'no reason given'}`)
  const error = ApplicationFailure.nonRetryable(
    `A required check could not run. ${errored.join('; ')}`,
    errorTypes.verdictError,
  )
  return problemOf('checks', error)
}

/** The checks made the previews, and the host lost them, several times. */
export function previewsGone(): Problem {
  const message = 'The previews of the report disappeared from the worker host before it was written.'
  return problemOf('uploadReport', ApplicationFailure.nonRetryable(message, errorTypes.previewsGone))
}

/** The host lost the previews between the checks and the report. */
export function isPreviewsGone(error: unknown): boolean {
  const cause = error instanceof ActivityFailure ? error.cause : undefined
  return cause instanceof ApplicationFailure && cause.type === errorTypes.previewsGone
}

/** Box's rate limit used up the attempts of a step. It passes by itself, so it is no reason to park. */
export function isRateLimited(error: unknown): boolean {
  return error instanceof ActivityFailure && isRateLimit(error.cause)
}

function isRateLimit(failure: unknown): boolean {
  if (!(failure instanceof ApplicationFailure) || failure.nonRetryable === true) return false
  return failure.type === errorTypes.rateLimited
}

/** True when a wait for a worker followed an attempt that failed, by more than Box's rate limit. */
export function isAttemptUsedUp(waitOver: unknown): boolean {
  const timeout = waitOver instanceof ActivityFailure ? waitOver.cause : undefined
  const failure = timeout instanceof TimeoutFailure ? failureBefore(timeout) : undefined
  return failure !== undefined && failure.type !== errorTypes.rateLimited
}

/** The failure of the attempt before. The SDK gives a time-out no cause, but keeps what the server said. */
function failureBefore({ failure }: TimeoutFailure): { message: string; type?: string } | undefined {
  const before = failure?.cause
  if (!before) return undefined
  return { message: before.message ?? '', type: before.applicationFailureInfo?.type ?? undefined }
}

/** Undefined when the problem can be this run's own. */
export function sharedCauseOf(clientId: string, step: Step, { errorType }: Problem): SharedCause | undefined {
  const scope = sharedCauses[errorType]
  if (scope === undefined) return undefined
  return scope === 'client' ? { clientId, errorType } : { clientId, errorType, step }
}

/** Problems of a client's folders or of our credentials, not of one file. */
const sharedCauses: Record<string, 'client' | 'step'> = {
  [errorTypes.accessLost]: 'client',
  [errorTypes.boxAuth]: 'client',
  [errorTypes.configuration]: 'client',
  [errorTypes.permissionDenied]: 'step',
  [errorTypes.reportsFolder]: 'step',
  [errorTypes.processedIsFile]: 'step',
  [errorTypes.boxQuota]: 'step',
  [errorTypes.boxPolicy]: 'step',
}

/** Without a change by a person, the same checks fail in the same way. */
export function retriesByItself({ errorType }: Pick<Problem, 'errorType'>): boolean {
  return errorType !== errorTypes.verdictError
}

/** True when an activity waited too long for a worker. The server never retries that. */
export function isWaitOver(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof TimeoutFailure && cause.timeoutType === 'SCHEDULE_TO_START') return true
  }
  return false
}

/** The SDK gives a failure without a type the type `Error`. */
function typeOf({ type }: ApplicationFailure): string {
  return type && type !== 'Error' ? type : 'unnamed_failure'
}

function describe(step: Step, cause: unknown): string {
  if (cause instanceof TimeoutFailure) {
    const before = failureBefore(cause)?.message
    const last = before === undefined || before === encryptedMessage ? '' : `; before that: ${before}`
    return `${step} ${timeouts[cause.timeoutType ?? 'START_TO_CLOSE']}, at every attempt${last}`
  }
  return messageOf(cause)
}

/** What the SDK leaves of a message that is encrypted. */
const encryptedMessage = 'Encoded failure'

const timeouts: Record<NonNullable<TimeoutFailure['timeoutType']>, string> = {
  START_TO_CLOSE: 'took longer than its time-out',
  HEARTBEAT: 'stopped sending heartbeats (its worker died or hangs)',
  SCHEDULE_TO_START: 'found no worker',
  SCHEDULE_TO_CLOSE: 'took longer than its time-out',
}

/** What a person does about it, before `retry`. */
const remedies: Record<string, string> = {
  [errorTypes.accessLost]: "Invite the service account to the client's INCOMING folder again, as Editor.",
  [errorTypes.permissionDenied]:
    "Raise the service account's role to Editor on the client's INCOMING and REPORTS folders.",
  [errorTypes.reportsFolder]:
    'Correct box_reports_folder_id in clients.yaml, or invite ' +
    "the service account to the client's REPORTS folder as Editor.",
  [errorTypes.reportNameTaken]:
    "Rename or remove the file that has the report's name in the REPORTS folder; it is not ours.",
  [errorTypes.processedIsFile]:
    'Rename or remove the file named _PROCESSED in the INCOMING folder; a folder of that name is needed.',
  [errorTypes.configuration]: "Correct the client's entry in clients.yaml, or the profile that it names.",
  [errorTypes.contentMismatch]:
    'Ask the client to upload the file again, or check whether ' +
    'something between Box and this host alters downloads.',
  [errorTypes.boxAuth]:
    'Check the JWT configuration and that the Box app is still authorized by the Box admin.',
  [errorTypes.verdictError]:
    'Read in the report which required check could not run, and remove the cause on the worker host.',
  [errorTypes.boxQuota]: "Free or buy Box storage for the owner of the client's folders.",
  [errorTypes.boxPolicy]:
    'Ask the Box admin of the enterprise to allow the service account in the policy that Box names.',
  [errorTypes.previewsGone]:
    'Check the disk of the worker host: previews disappear there before the report is written.',
  [errorTypes.boxRefused]: "Read Box's answer above and correct what it names.",
  [errorTypes.retriesExhausted]:
    "Read the error and the workers' log. Once the cause is gone, nothing else is needed.",
}
