import type { Plan, Report } from './report'
import type { ProbeResult } from './probes/probe'
import type { Check } from './checks/check'
import type { OnCheck } from './run-checks'
import { runChecks } from './run-checks'
import { withinProgramme } from './programme/within-programme'
import { timecode } from './report/timecode'
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
 * Runs the plan's checks over the facts; of a delivery master, over the facts of its programme. Nothing in
 * the Report varies between two attempts on the same bytes.
 */
export function buildReport(
  identity: Identity,
  plan: Plan,
  { facts, problems, technicalFacts, tools }: Probed,
  catalogue: ReadonlyMap<string, Check>,
  onCheck?: OnCheck,
): Report {
  const judged = withinProgramme(facts, plan)
  return {
    schema: 1,
    ...identity,
    profile: plan.profile,
    medium: plan.medium,
    ...runChecks(plan, { facts: judged, problems }, catalogue, onCheck),
    rejection: plan.rejection,
    technicalFacts: [...technicalFacts, ...programmeRow(judged)],
    visuals: visualsOf(facts, plan.checks),
    tools,
  }
}

/** What was judged of a delivery master. */
function programmeRow({ programme, video }: Probed['facts']): Report['technicalFacts'] {
  if (programme === undefined || video === undefined) return []
  const { start, end, framesPerSecond } = programme
  const at = (seconds: number) => timecode(seconds, framesPerSecond, video.timecode?.start)
  return [{ label: 'Programme', value: `${at(start)} to ${at(end)}, ${video.decodedFrames} frames` }]
}
