import type { Report } from '../workflows/contract'
import { findingKey } from '../quality-control/finding-key'
import { numberedChecks } from '../quality-control/report/numbered-checks'
import { CliError } from './exit-codes'

/** What a person accepts in the report of a run: a finding by its number, or all findings of a check. */
export function acceptedIn(
  report: Partial<Report> | undefined,
  { number, check }: { number?: string; check?: string },
  workflowId: string,
) {
  const see = `See: admin-cli runs show ${workflowId}`
  const { clientId, fileId, versionId, results, rejection } = report ?? {}
  if (clientId === undefined || fileId === undefined || versionId === undefined || results === undefined)
    throw new CliError('conflict', `${workflowId} has no result yet`, see)
  if (rejection !== undefined)
    throw new CliError(
      'conflict',
      `${workflowId} was rejected, which nobody can accept: the file could not be judged. ` +
        rejection.message,
    )
  const target = { clientId, fileId, versionId }
  const checks = numberedChecks({ results })
  if (number !== undefined) {
    const findings = checks.flatMap((one) => one.findings)
    const found = findings.find((one) => String(one.number) === number)
    if (found !== undefined) {
      const { message } = found
      return {
        ...target,
        check: found.check,
        finding: findingKey(found.check, found),
        message: short(message),
      }
    }
    const count = findings.length === 1 ? 'one finding' : `${findings.length} findings`
    throw new CliError('notFound', `--finding: the report has no finding ${number}, it has ${count}`, see)
  }
  const result = checks.find((one) => one.check === check)
  if (result !== undefined && result.findings.length > 0)
    return { ...target, check: result.check, message: result.title }
  throw new CliError(
    'conflict',
    result === undefined
      ? `--check: ${check} found nothing in this file`
      : `--check: ${check} could not run, which nobody can accept: ${result.reason ?? ''}`,
    see,
  )
}

function short(message: string): string {
  return message.length <= 200 ? message : `${message.slice(0, 199)}…`
}
