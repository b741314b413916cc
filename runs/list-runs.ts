import type { Client } from '@temporalio/client'

import { workflowType } from '../workflows/contract'
import { quoted, type RunSummary, summaryOf } from './find-run'
import { listExecutions } from './list-executions'

export interface RunFilter {
  /** Of one installation; default: all of the namespace. */
  taskQueue?: string
  client?: string
  /** A `RunState`. */
  state?: string
  verdict?: string
  errorType?: string
  step?: string
  /** At the earliest, ISO 8601; so are the others. */
  startedFrom?: string
  startedBefore?: string
  closedAfter?: string
  /** At the latest. */
  closedBy?: string
  isOpen?: boolean
}

export interface RunList {
  /** Newest first. A run whose memo cannot be read is among them, as `unreadable`. */
  runs: RunSummary[]
  /** There are more than were asked for. */
  isCut: boolean
}

/** Runs from the visibility store: no worker is needed. A run that has just started may be missing. */
export async function listRuns(temporal: Client, filter: RunFilter, limit: number): Promise<RunList> {
  const runs: RunSummary[] = []
  const query = queryOf(filter)
  for await (const info of listExecutions(temporal, query, Math.min(limit + 1, 1000))) {
    if (runs.length === limit) return { runs, isCut: true }
    runs.push(await summaryOf(temporal, info))
  }
  return { runs, isCut: false }
}

function queryOf(filter: RunFilter): string {
  const { taskQueue, client, state, verdict, errorType, step } = filter
  const { startedFrom, startedBefore, closedAfter, closedBy, isOpen } = filter
  const wanted: [string, string | undefined][] = [
    ['TaskQueue', taskQueue],
    ['QcClient', client],
    ['QcState', state],
    ['QcVerdict', verdict],
    ['QcErrorType', errorType],
    ['QcStep', step],
  ]
  return [
    `WorkflowType='${workflowType}'`,
    ...wanted.flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${quoted(value)}`])),
    ...(startedFrom === undefined ? [] : [`StartTime >= '${startedFrom}'`]),
    ...(startedBefore === undefined ? [] : [`StartTime < '${startedBefore}'`]),
    ...(closedAfter === undefined ? [] : [`CloseTime > '${closedAfter}'`]),
    ...(closedBy === undefined ? [] : [`CloseTime <= '${closedBy}'`]),
    ...(isOpen === true ? ["ExecutionStatus='Running'"] : []),
  ].join(' AND ')
}
