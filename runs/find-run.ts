import type { Client, WorkflowExecutionInfo } from '@temporalio/client'

import { workflowType } from '../workflows/contract'
import { RunError } from './run-error'

/** A run as the visibility store shows it: search attributes, no worker needed. */
export interface RunSummary {
  workflowId: string
  runId: string
  state: string
  client: string
  profile: string
  file: string
  step: string
  errorType: string
  verdict: string
  score: number | undefined
  startedAt: string
  closedAt: string | undefined
}

export function summaryOf(info: Omit<WorkflowExecutionInfo, 'raw'>): RunSummary {
  const attribute = (name: string) => {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the typed form needs a key per name
    const value = info.searchAttributes[name]?.[0]
    return value === undefined ? undefined : String(value)
  }
  const score = attribute('QcScore')
  return {
    workflowId: info.workflowId,
    runId: info.runId,
    state:
      info.status.name === 'RUNNING'
        ? (attribute('QcState') ?? 'running')
        : closedState(info.status.name, attribute('QcState')),
    client: attribute('QcClient') ?? '',
    profile: attribute('QcProfile') ?? '',
    file: attribute('QcFile') ?? attribute('QcFileId') ?? '',
    step: attribute('QcStep') ?? '',
    errorType: attribute('QcErrorType') ?? '',
    verdict: attribute('QcVerdict') ?? '',
    score: score === undefined ? undefined : Number(score),
    startedAt: info.startTime.toISOString(),
    closedAt: info.closeTime?.toISOString(),
  }
}

const openStates = ['running', 'waiting', 'needs_attention']

/** A terminated run keeps the state that it had, so the status says how it ended. */
function closedState(status: string, state: string | undefined): string {
  const isOutcome = state !== undefined && !openStates.includes(state)
  return isOutcome ? state : status.toLowerCase()
}

/**
 * The workflow id for what a person typed: a workflow id, or a Box file id, which means its newest run, or
 * its newest parked run where `isParkedFirst`. Throws a RunError when there is no such run.
 */
export async function resolveRun(temporal: Client, typed: string, isParkedFirst = false): Promise<string> {
  if (typed.includes('/')) return typed
  if (!/^\d+$/.test(typed)) {
    throw new RunError(
      'unknown_form',
      `"${typed}" is neither a workflow id (qc/<client>/<file id>/<version id>) nor a Box file id (digits)`,
    )
  }
  const ofFile = `WorkflowType='${workflowType}' AND QcFileId='${typed}'`
  const parked = `${ofFile} AND QcState='needs_attention' AND ExecutionStatus='Running'`
  for (const query of isParkedFirst ? [parked, ofFile] : [ofFile])
    for await (const info of temporal.workflow.list({ query })) return info.workflowId
  throw new RunError('not_found', `no run for the Box file ${typed}`)
}

/** A value inside a list filter, quoted and escaped. */
export function quoted(value: string): string {
  return `'${value.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`
}
