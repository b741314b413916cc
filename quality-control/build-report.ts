import type { Plan, Report } from './report'
import type { ProbeResult } from './probes/probe'
import type { Check } from './checks/check'
import type { OnCheck } from './run-checks'
import { runChecks } from './run-checks'
import { visualsOf } from './visuals'

/** Where the asset comes from: what the report says of it beside the judgement. */
export type Identity = Pick<
  Report,
  | 'session'
  | 'clientId'
  | 'clientName'
  | 'fileName'
  | 'sizeBytes'
  | 'sha1'
  | 'sha256'
  | 'fileId'
  | 'versionId'
  | 'eventTime'
  | 'workflowId'
>

export type Examined = Pick<ProbeResult, 'facts' | 'problems' | 'technicalFacts' | 'tools'>

/** What a refused asset brings: nothing of it was judged. */
export const notExamined: Examined = { facts: {}, problems: {}, technicalFacts: [], tools: [] }

/**
 * The Report of a plan over what was examined. Holds nothing that varies between two attempts on the same
 * bytes.
 */
export function buildReport(
  identity: Identity,
  plan: Plan,
  { facts, problems, technicalFacts, tools }: Examined,
  catalogue: ReadonlyMap<string, Check>,
  onCheck?: OnCheck,
): Report {
  return {
    schema: 1,
    ...identity,
    profile: plan.profile,
    medium: plan.medium,
    ...runChecks(plan, { facts, problems }, catalogue, onCheck),
    rejection: plan.rejection,
    technicalFacts,
    visuals: visualsOf(facts, plan.checks),
    tools,
  }
}
