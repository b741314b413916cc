import type { CheckResult, Penalty, Plan, PlannedCheck, Rejection, Verdict, Waiver } from './report'
import type { Check } from './checks/check'
import { runCheck } from './run-check'
import type { Evidence } from './run-check'
import { score } from './score'

export interface ChecksOutcome {
  results: CheckResult[]
  verdict: Verdict
  /** 0..100; absent when the verdict is `error`. */
  score?: number
  penalties: Penalty[]
  /** Those of the plan that accepted a finding. */
  waivers?: Waiver[]
}

/** Called before each check, for the caller's log: checks never log. */
export type OnCheck = (planned: PlannedCheck, position: number, total: number) => void

/**
 * Facts in, findings and score out. Pure but for `onCheck`. A rejected asset fails with score 0 and one
 * result: the check that reports the reason; no waiver counts for it. A check that the catalogue does not
 * know ends as `errored`, never as a pass.
 */
export function runChecks(
  plan: Plan,
  evidence: Evidence,
  catalogue: ReadonlyMap<string, Check>,
  onCheck?: OnCheck,
): ChecksOutcome {
  if (plan.rejection !== undefined)
    return { results: rejected(plan.rejection, catalogue), verdict: 'fail', score: 0, penalties: [] }
  const results = plan.checks.map((planned, index) => {
    onCheck?.(planned, index + 1, plan.checks.length)
    const check = catalogue.get(planned.id)
    return check === undefined ? unknown(planned) : runCheck(planned, check, evidence, plan.waivers)
  })
  const required = new Set(plan.checks.filter(({ isRequired }) => isRequired).map(({ id }) => id))
  return { results, ...score(results, required), ...usedWaivers(plan, results) }
}

function usedWaivers({ waivers = [] }: Plan, results: CheckResult[]): Pick<ChecksOutcome, 'waivers'> {
  const ids = new Set(results.flatMap(({ findings }) => findings.map(({ accepted }) => accepted)))
  // Of a check with more findings than are kept, any of its waivers may be the one.
  const cut = results.filter(
    ({ findingsOmitted, findingsAccepted }) => findingsOmitted > 0 && findingsAccepted,
  )
  const used = waivers.filter(({ id, check }) => ids.has(id) || cut.some((one) => one.check === check))
  return used.length === 0 ? {} : { waivers: used }
}

/** The check that reports a rejection. A version that is gone has none. */
const reportedBy: Partial<Record<Rejection['type'], string>> = {
  corrupt: 'file/integrity',
  empty: 'file/integrity',
  unsupported: 'file/type',
  unexpected_type: 'file/type',
  too_large: 'file/weight',
}

function rejected({ type, message }: Rejection, catalogue: ReadonlyMap<string, Check>): CheckResult[] {
  const id = reportedBy[type]
  const check = id === undefined ? undefined : catalogue.get(id)
  if (id === undefined || check === undefined) return []
  const { failureTitle: title, why, remedy } = check
  return [
    {
      check: id,
      title,
      why,
      remedy,
      status: 'fail',
      severity: 'blocker',
      findings: [{ level: 'fail', message }],
      findingsOmitted: 0,
    },
  ]
}

function unknown({ id, severity }: PlannedCheck): CheckResult {
  const reason = `This worker does not know the check ${id}. It was probably planned by another release.`
  return { check: id, title: id, status: 'errored', severity, findings: [], findingsOmitted: 0, reason }
}
