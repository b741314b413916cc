import type { CheckResult, Penalty, Severity, Verdict } from './report'

const failPoints: Record<Severity, number> = { blocker: 40, major: 15, minor: 5, info: 0 }

export interface Judgement {
  verdict: Verdict
  /** 0..100; absent when a required check could not run. */
  score?: number
  penalties: Penalty[]
}

/**
 * 100 minus one penalty per check, floor 0; a warn costs half a fail, and what a person accepted costs
 * nothing. A blocker fail caps the score at 49, a major fail at 79, and both make the verdict `fail`. A
 * required check that could not run makes it `error`: never a silent pass.
 */
export function score(results: CheckResult[], required: ReadonlySet<string>): Judgement {
  const penalties = results.map(penaltyOf).filter(({ points }) => points > 0)
  if (results.some(({ status, check }) => status === 'errored' && required.has(check)))
    return { verdict: 'error', penalties }
  const sum = 100 - penalties.reduce((total, { points }) => total + points, 0)
  const hasFailed = (severity: Severity) =>
    results.some((result) => result.status === 'fail' && result.severity === severity)
  const cap = hasFailed('blocker') ? 49 : hasFailed('major') ? 79 : 100
  const points = Math.max(0, Math.min(sum, cap))
  const verdict = cap < 100 ? 'fail' : points >= 90 ? 'pass' : 'review'
  return { verdict, score: points, penalties }
}

function penaltyOf({ check, status, severity }: CheckResult): Penalty {
  if (status === 'fail') return { check, points: failPoints[severity] }
  if (status === 'warn') return { check, points: failPoints[severity] / 2 }
  return { check, points: 0 }
}
