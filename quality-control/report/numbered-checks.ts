import type { CheckResult, Finding, Report, Severity } from '../report'

export interface NumberedFinding extends Finding {
  /** From 1, over the whole report. */
  number: number
  check: string
  severity: Severity
}

export interface NumberedCheck extends Omit<CheckResult, 'findings'> {
  findings: NumberedFinding[]
}

/**
 * All failures, warnings and errors, the worst first; equal ones in the order of the plan. Each finding has
 * the number by which list, image and timeline name it.
 */
export function numberedChecks({ results }: Report): NumberedCheck[] {
  let number = 0
  return worstFirst(results).map((result) => ({
    ...result,
    findings: result.findings.map((finding) => ({
      ...finding,
      ...{ number: ++number, check: result.check, severity: result.severity },
    })),
  }))
}

const severityRank: Record<Severity, number> = { blocker: 0, major: 1, minor: 2, info: 3 }

/** The smaller, the worse. */
export function rankOf({ level, severity }: Pick<NumberedFinding, 'level' | 'severity'>): number {
  return (level === 'fail' ? 0 : 10) + severityRank[severity]
}

function worstFirst(results: CheckResult[]): CheckResult[] {
  const weight = ({ status, severity }: CheckResult) =>
    (status === 'fail' ? 0 : 10) + severityRank[severity] + (status === 'errored' ? 0.5 : 0)
  return results
    .filter(({ status }) => status === 'fail' || status === 'warn' || status === 'errored')
    .sort((a, b) => weight(a) - weight(b))
}
