import type { CheckResult, Finding, PlannedCheck, Waiver } from './report'
import type { Check, CheckFinding } from './checks/check'
import type { FactKey, Facts } from './facts/facts'
import { withWaivers } from './waived'

/** The result of the probes: facts, and why a fact is missing. */
export interface Evidence {
  facts: Partial<Facts>
  /** Facts that could not be measured: checks that need them end as `errored`. */
  problems: Partial<Record<FactKey, string>>
}

const findingsKept = 20

const factNames: Record<FactKey, string> = {
  file: 'file facts',
  integrity: 'integrity facts',
  image: 'image',
  pdf: 'PDF pages',
  video: 'video',
  audio: 'audio',
  banner: 'banner',
  rendering: 'rendered frames',
  text: 'text',
  codes: 'codes',
  slate: 'slate',
  supers: 'supers',
  programme: 'delivery layout',
}

/** Runs one planned check. Never throws: an exception in a check is a bug of ours and becomes `errored`. */
export function runCheck(
  planned: PlannedCheck,
  check: Check,
  evidence: Evidence,
  waivers: readonly Waiver[] = [],
): CheckResult {
  const base = { check: planned.id, severity: planned.severity, findings: [], findingsOmitted: 0 }
  const problem = check.needs.map((key) => evidence.problems[key]).find((reason) => reason !== undefined)
  if (problem !== undefined) return { ...base, title: check.title, status: 'errored', reason: problem }
  const missing = check.needs.filter((key) => evidence.facts[key] === undefined)
  if (missing.length > 0) {
    return {
      ...base,
      title: check.title,
      status: 'not_applicable',
      reason: `The file has no ${missing.map((key) => factNames[key]).join(' and no ')}.`,
    }
  }
  try {
    // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- `needs` was checked above
    const outcome = check.run(evidence.facts as Facts, planned.settings)
    if ('notApplicable' in outcome)
      return { ...base, title: check.title, status: 'not_applicable', reason: outcome.notApplicable }
    return { ...base, ...judged(planned.id, check, outcome, waivers) }
  } catch (error) {
    const reason = `The check has a bug: ${error instanceof Error ? error.message : String(error)}`
    return { ...base, title: check.title, status: 'errored', reason }
  }
}

function judged(id: string, check: Check, found: CheckFinding[], waivers: readonly Waiver[]) {
  const levelled: Finding[] = found.map((finding) => ({ ...finding, level: finding.level ?? 'fail' }))
  const findings = withWaivers(id, levelled, waivers)
  const accepted = findings.filter((finding) => finding.accepted !== undefined).length
  const status = statusOf(findings)
  return {
    ...(status === 'pass'
      ? { title: check.title }
      : { title: check.failureTitle, why: check.why, remedy: check.remedy }),
    status,
    // The worst first: the cap must not drop the reason for the verdict.
    findings: [...findings].sort((a, b) => rank(a) - rank(b)).slice(0, findingsKept),
    findingsOmitted: Math.max(0, findings.length - findingsKept),
    ...(accepted > 0 ? { findingsAccepted: accepted } : {}),
  } as const
}

function statusOf(findings: Finding[]) {
  if (findings.length === 0) return 'pass'
  const open = findings.filter(({ accepted }) => accepted === undefined)
  if (open.length === 0) return 'accepted'
  return open.some(({ level }) => level === 'fail') ? 'fail' : 'warn'
}

function rank({ level, accepted }: Finding): number {
  if (accepted !== undefined) return 2
  return level === 'fail' ? 0 : 1
}
