import type { CheckResult, CheckStatus, Finding, Report, Severity } from '../report'

export interface NumberedFinding extends Omit<Finding, 'level'> {
  level: Finding['level'] | 'accepted'
  /** From 1, over the whole report. */
  number: number
  check: string
  severity: Severity
}

export interface NumberedCheck extends Omit<CheckResult, 'findings'> {
  findings: NumberedFinding[]
}

/**
 * All failures, warnings and errors, the worst first, then what people accepted; equal ones in the order of
 * the plan. Each finding has the number by which list, image and timeline name it.
 */
export function numberedChecks({ results }: Pick<Report, 'results'>): NumberedCheck[] {
  let number = 0
  return worstFirst(results).map((result) => ({
    ...result,
    findings: result.findings.map((finding) => ({
      ...finding,
      level: finding.accepted === undefined ? finding.level : ('accepted' as const),
      ...{ number: ++number, check: result.check, severity: result.severity },
    })),
  }))
}

const severityRank: Record<Severity, number> = { blocker: 0, major: 1, minor: 2, info: 3 }

/** The smaller, the worse. */
export function rankOf({ level, severity }: Pick<NumberedFinding, 'level' | 'severity'>): number {
  return { fail: 0, warn: 10, accepted: 20 }[level] + severityRank[severity]
}

function worstFirst(results: CheckResult[]): CheckResult[] {
  const statusRank = new Map<CheckStatus, number>([
    ...([
      ['fail', 0],
      ['warn', 10],
      ['errored', 10.5],
      ['accepted', 20],
    ] as const),
  ])
  const weight = ({ status, severity }: CheckResult) => (statusRank.get(status) ?? 0) + severityRank[severity]
  return results.filter(({ status }) => statusRank.has(status)).sort((a, b) => weight(a) - weight(b))
}
