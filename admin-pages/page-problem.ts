import { isBoxError } from '../box/box-error'
import { ConfigError } from '../config/config-error'
import { RunError } from '../runs/run-error'
import { TemporalDown } from '../runs/temporal-access'
import { messageOf } from '../workflows/text'
import { PageProblem } from './page-request'

/** What a person reads when a page cannot be shown. */
export function asPageProblem(error: unknown): PageProblem {
  if (error instanceof PageProblem) return error
  if (error instanceof TemporalDown)
    return problem(
      503,
      'Temporal does not answer',
      `${error.message}. Runs cannot be shown for now; uploads wait in Box, and nothing is lost. ` +
        'The settings of clients work.',
      error,
    )
  if (error instanceof RunError) {
    const status = error.kind === 'not_found' || error.kind === 'unknown_form' ? 404 : 409
    return problem(status, 'That did not work', error.message, error)
  }
  if (error instanceof ConfigError) return problem(409, 'The configuration is broken', error.message, error)
  if (isBoxError(error)) return problem(503, 'Box does not answer as expected', error.message, error)
  if (isFullDisk(error))
    return problem(
      507,
      'The disk is full',
      'Nothing was changed. Free some space on the host of these pages and send it again.',
      error,
    )
  return problem(
    500,
    'That did not work',
    `${messageOf(error)}. The log of the pages has the details.`,
    error,
  )
}

function problem(status: number, title: string, message: string, cause: unknown): PageProblem {
  return new PageProblem(status, title, message, { cause })
}

function isFullDisk(error: unknown): boolean {
  const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined
  return code === 'ENOSPC' || code === 'EDQUOT'
}
