import type { CheckResult, Finding, PlannedCheck } from './report'
import type { Check, CheckFinding } from './checks/check'
import type { FactKey, Facts } from './facts/facts'

/** What a probe brought: facts, and for what it could not find out the reason. */
export interface Evidence {
  facts: Partial<Facts>
  /** Facts that should be there and are not: checks that need them end as `errored`. */
  problems: Partial<Record<FactKey, string>>
}

const findingsKept = 20

/**
 * Runs one planned check over the evidence. Never throws: a throw of the check is its bug and becomes
 * `errored`.
 */
export function runCheck(planned: PlannedCheck, check: Check, evidence: Evidence): CheckResult {
  const base = { check: planned.id, severity: planned.severity, findings: [], findingsOmitted: 0 }
  const problem = check.needs.map((key) => evidence.problems[key]).find((reason) => reason !== undefined)
  if (problem !== undefined) return { ...base, title: check.title, status: 'errored', reason: problem }
  const missing = check.needs.filter((key) => evidence.facts[key] === undefined)
  if (missing.length > 0) {
    return {
      ...base,
      title: check.title,
      status: 'not_applicable',
      reason: `This file has no ${missing.join(' and no ')}.`,
    }
  }
  try {
    // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- whatever `needs` names is there: see above
    const outcome = check.run(evidence.facts as Facts, planned.settings)
    if ('notApplicable' in outcome)
      return { ...base, title: check.title, status: 'not_applicable', reason: outcome.notApplicable }
    return { ...base, ...judged(check, outcome) }
  } catch (error) {
    const reason = `The check has a bug: ${error instanceof Error ? error.message : String(error)}`
    return { ...base, title: check.title, status: 'errored', reason }
  }
}

function judged(check: Check, found: CheckFinding[]) {
  const findings: Finding[] = found.map((finding) => ({ ...finding, level: finding.level ?? 'fail' }))
  const isFail = findings.some(({ level }) => level === 'fail')
  const status = findings.length === 0 ? 'pass' : isFail ? 'fail' : 'warn'
  return {
    ...(status === 'pass'
      ? { title: check.title }
      : { title: check.failureTitle, why: check.why, remedy: check.remedy }),
    status,
    // Fails first, so that the cap never drops the reason for the verdict.
    findings: [...findings]
      .sort((a, b) => Number(a.level === 'warn') - Number(b.level === 'warn'))
      .slice(0, findingsKept),
    findingsOmitted: Math.max(0, findings.length - findingsKept),
  } as const
}
