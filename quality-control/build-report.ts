import type { Plan, Report } from './report'
import type { ProbeResult } from './probes/probe'
import type { Check } from './checks/check'
import type { OnCheck } from './run-checks'
import { runChecks } from './run-checks'
import { visualsOf } from './visuals'

/** Where the asset comes from. */
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

export type Probed = Pick<ProbeResult, 'facts' | 'problems' | 'technicalFacts' | 'tools'>

/** For a rejected asset: no facts. */
export const notProbed: Probed = { facts: {}, problems: {}, technicalFacts: [], tools: [] }

/**
 * Runs the plan's checks over the facts. Nothing in the Report varies between two attempts on the same bytes.
 */
export function buildReport(
  identity: Identity,
  plan: Plan,
  { facts, problems, technicalFacts, tools }: Probed,
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
