import { type BoxError, type BoxErrorKind, isBoxError } from '../box/box-error'
import { ConfigError } from '../config/config-error'
import { boxRemedy } from '../diagnosis/box-remedy'
import { RunError } from '../runs/run-error'
import type { RunErrorKind } from '../runs/run-error'
import { messageOf } from '../workflows/text'
import { CliError, exitCodes, type ExitReason } from './exit-codes'
import type { Failure } from './output'
import { temporalFailure } from './temporal-failure'

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
  scope: 'permission',
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

/** The message for the person and the exit code for the script. Never a stack: that is for `--debug`. */
export function failureOf(error: unknown): Failure {
  if (error instanceof CliError) return failure(error.reason, error.message, error.next)
  if (error instanceof ConfigError)
    return failure('config', error.message, 'Correct it, then type the same command again.')
  if (error instanceof RunError)
    return failure(runReasons[error.kind], error.message, error.next ?? 'See: admin-cli runs list')
  if (isBoxError(error))
    return failure(boxReasons[error.kind], boxMessage(error.kind, error.message), nextOf(error))
  const explained = temporalFailure(error)
  if (explained instanceof CliError) return failureOf(explained)
  return systemFailure(error) ?? failure('unexpected', messageOf(error), 'Add --debug to see where.')
}

function failure(reason: ExitReason, message: string, next?: string): Failure {
  return { reason, exitCode: exitCodes[reason], message, ...(next === undefined ? {} : { next }) }
}

const systemReasons: Readonly<Record<string, [ExitReason, string]>> = {
  ENOENT: ['notFound', 'no such file or folder'],
  ENOTDIR: ['notFound', 'a part of the path is not a folder'],
  EISDIR: ['usage', 'it is a folder, expected a file'],
  EEXIST: ['conflict', 'it exists already'],
  EACCES: ['permission', 'this user has no access'],
  EPERM: ['permission', 'this user has no access'],
  EROFS: ['permission', 'the file system is read-only'],
  ENOSPC: ['unexpected', 'the disk is full'],
  EADDRINUSE: ['conflict', 'another process listens at this address'],
}

/** An error of Node.js about a path or an address. */
function systemFailure(error: unknown): Failure | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  const [reason, words] = systemReasons[String(error.code)] ?? []
  if (reason === undefined || words === undefined) return undefined
  const path: unknown = Reflect.get(error, 'path') ?? Reflect.get(error, 'address')
  return failure(reason, typeof path === 'string' ? `${path}: ${words}` : error.message)
}

/** Operators know this wording from the runbook. */
function boxMessage(kind: BoxErrorKind, message: string): string {
  return kind === 'forbidden' ? `Access Denied (HTTP 403): ${message}` : message
}

function nextOf(error: BoxError): string | undefined {
  return isBoxError(error, 'forbidden', 'not_found') ? invite : boxRemedy(error)
}
