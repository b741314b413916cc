import { findingKey } from './finding-key'
import type { Report } from './report'
import { type NumberedCheck, numberedChecks } from './report/numbered-checks'

/** A finding by its number or by its key (`findingKey`), or all findings of a check. */
export type Wanted = { number: string } | { check: string; finding?: string }

/** What a waiver names, or a sentence that says why a person cannot accept it. */
export type Acceptable = (Named & { clientId: string; fileId: string; versionId: string }) | Refused

interface Named {
  check: string
  message: string
  finding?: string
}

interface Refused {
  problem: string
  isMissing?: boolean
}

const rejected = 'This is a rejection, which nobody can accept: the file could not be judged.'

/** Compares what a person wants to accept with the report: only what was found can be accepted. */
export function acceptableIn(report: Partial<Report> | undefined, wanted: Wanted): Acceptable {
  const { clientId, fileId, versionId, results, rejection } = report ?? {}
  if (clientId === undefined || fileId === undefined || versionId === undefined || results === undefined)
    return { problem: 'The run has no result yet.' }
  if (rejection !== undefined) return { problem: `${rejected} ${rejection.message}` }
  const checks = numberedChecks({ results })
  const found: Named | Refused =
    'number' in wanted ? byNumber(checks, wanted.number) : byCheck(checks, wanted)
  return 'problem' in found ? found : { ...found, clientId, fileId, versionId }
}

function byNumber(checks: NumberedCheck[], number: string): Named | Refused {
  const findings = checks.flatMap((one) => one.findings)
  const found = findings.find((one) => String(one.number) === number)
  if (found !== undefined) return named(found.check, found)
  const count = findings.length === 1 ? 'one finding' : `${findings.length} findings`
  return { problem: `The report has no finding ${number}, it has ${count}.`, isMissing: true }
}

function byCheck(
  checks: NumberedCheck[],
  { check, finding: key }: { check: string; finding?: string },
): Named | Refused {
  const result = checks.find((one) => one.check === check)
  if (result === undefined) return { problem: `${check} found nothing in this file.` }
  if (result.findings.length === 0)
    return {
      problem: `${check} could not run, which nobody can accept: ${result.reason ?? 'no reason given'}.`,
    }
  if (key === undefined) return { check, message: short(result.title) }
  const found = result.findings.find((one) => findingKey(check, one) === key)
  return found === undefined
    ? { problem: 'This finding is not in the newest report of the run.', isMissing: true }
    : named(check, found)
}

function named(check: string, finding: NumberedCheck['findings'][number]): Named {
  return { check, finding: findingKey(check, finding), message: short(finding.message) }
}

function short(message: string): string {
  return message.length <= 200 ? message : `${message.slice(0, 199)}…`
}
