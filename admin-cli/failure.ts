import { isBoxError } from '../box/box-error'
import type { BoxErrorKind } from '../box/box-error'
import { ConfigError } from '../config/config-error'
import { RunError } from '../runs/run-error'
import type { RunErrorKind } from '../runs/run-error'
import { CliError, exitCodes } from './exit-codes'
import type { ExitReason } from './exit-codes'

const runReasons: Record<RunErrorKind, ExitReason> = {
  unknown_form: 'usage',
  not_found: 'notFound',
  rejected: 'conflict',
  no_worker: 'upstreamDown',
}

const boxReasons: Record<BoxErrorKind, ExitReason> = {
  not_found: 'notFound',
  trashed: 'notFound',
  forbidden: 'permission',
  locked: 'conflict',
  quota: 'permission',
  policy: 'permission',
  unauthorized: 'permission',
  name_taken: 'conflict',
  conflict: 'conflict',
  busy: 'conflict',
  changed: 'conflict',
  not_yet: 'upstreamDown',
  server_error: 'upstreamDown',
  no_answer: 'upstreamDown',
  refused: 'unexpected',
}

const invite =
  'Is the service account a collaborator on that folder? Invite it as Editor: the ' +
  "identity is the app's AutomationUser_… address, and the invite must be accepted."

/** The message for the person and the exit code for the script. */
export function failureOf(error: unknown): { message: string; code: number } {
  if (error instanceof CliError)
    return { message: withNext(`error: ${error.message}`, error.next), code: exitCodes[error.reason] }
  if (error instanceof ConfigError) return { message: `error: ${error.message}`, code: exitCodes.config }
  if (error instanceof RunError)
    return {
      message: withNext(`error: ${error.message}`, error.next ?? 'See: admin-cli runs list'),
      code: exitCodes[runReasons[error.kind]],
    }
  if (isBoxError(error))
    return {
      message: withNext(`error: ${boxMessage(error.kind, error.message)}`, nextOf(error.kind)),
      code: exitCodes[boxReasons[error.kind]],
    }
  return {
    message: `error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    code: exitCodes.unexpected,
  }
}

function withNext(message: string, next: string | undefined): string {
  return next === undefined ? message : `${message}\n${next}`
}

/** Operators know this wording from the runbook. */
function boxMessage(kind: BoxErrorKind, message: string): string {
  return kind === 'forbidden' ? `Access Denied (HTTP 403): ${message}` : message
}

function nextOf(kind: BoxErrorKind): string | undefined {
  if (kind === 'forbidden' || kind === 'not_found') return invite
  if (kind === 'unauthorized')
    return (
      'Check the JWT config file (BOX_JWT_CONFIG_FILE) ' +
      'and that the app is authorized in the Admin Console.'
    )
  return undefined
}
