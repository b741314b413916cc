import type { Client } from '@temporalio/client'
import { defaultPayloadConverter } from '@temporalio/common'

import { workflowType } from '../workflows/contract'
import { isoOf } from './iso-of'
import { describeExecution, type Execution, listExecutions, workflowIdOf } from './list-executions'
import { malformed, readPayload, type Unreadable } from './read-payload'
import { RunError } from './run-error'

/** A run as the visibility store shows it: search attributes and memo, no worker needed. */
export interface RunSummary {
  workflowId: string
  runId: string
  state: string
  client: string
  profile: string
  /** The id of the Box file when the memo cannot be read and the search attributes hide the name. */
  file: string
  step: string
  errorType: string
  verdict: string
  score: number | undefined
  startedAt: string
  closedAt: string | undefined
  /** Why the memo cannot be read; what the search attributes say is there all the same. */
  unreadable?: Unreadable
}

/** What Temporal stores of the newest run of a workflow id. Throws the gRPC error NOT_FOUND. */
export async function describeRun(temporal: Client, workflowId: string): Promise<RunSummary> {
  const { workflowExecutionInfo } = await describeExecution(temporal, workflowId)
  return summaryOf(temporal, workflowExecutionInfo ?? {})
}

/** Never throws: what cannot be read is `unreadable`. */
export async function summaryOf(temporal: Client, info: Execution): Promise<RunSummary> {
  const score = Number(attributeOf(info, 'QcScore') ?? NaN)
  const text = (name: string) => attributeOf(info, name) ?? ''
  return {
    workflowId: workflowIdOf(info),
    runId: info.execution?.runId ?? '',
    state: stateOf(info),
    client: text('QcClient'),
    profile: text('QcProfile'),
    ...(await fileOf(temporal, info)),
    step: text('QcStep'),
    errorType: text('QcErrorType'),
    verdict: text('QcVerdict'),
    score: Number.isNaN(score) ? undefined : score,
    startedAt: isoOf(info.startTime) ?? '',
    closedAt: isoOf(info.closeTime),
  }
}

/** A search attribute as text; undefined when it is absent or not to be read. */
export function attributeOf({ searchAttributes }: Execution, name: string): string | undefined {
  const payload = searchAttributes?.indexedFields?.[name]
  if (payload === undefined) return undefined
  try {
    const value: unknown = [defaultPayloadConverter.fromPayload<unknown>(payload)].flat()[0]
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
  } catch {
    return undefined
  }
}

/** Where names are hidden from the search attributes, the memo has them. */
async function fileOf(temporal: Client, info: Execution): Promise<Pick<RunSummary, 'file' | 'unreadable'>> {
  const memo = await readPayload(temporal, info.memo?.fields?.file, 'memo')
  const file = attributeOf(info, 'QcFile') ?? attributeOf(info, 'QcFileId') ?? ''
  if ('unreadable' in memo) return { file, unreadable: memo.unreadable }
  if (typeof memo.value === 'string') return { file: memo.value }
  return memo.value === undefined
    ? { file }
    : { file, ...malformed('memo', 'the name of the file is no text') }
}

/** The numbers of Temporal's `WorkflowExecutionStatus` are the places. */
const statuses = [
  ...['unknown', 'running', 'completed', 'failed', 'cancelled', 'terminated'],
  ...['continued_as_new', 'timed_out', 'paused'],
]
const openStates = ['running', 'waiting', 'needs_attention']

/** A terminated run keeps the state that it had, so the status says how it ended. */
function stateOf(info: Execution): string {
  const status = statuses[info.status ?? 0] ?? 'unknown'
  const state = attributeOf(info, 'QcState')
  if (state === undefined) return status
  return status === 'running' || !openStates.includes(state) ? state : status
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
    for await (const info of listExecutions(temporal, query, 1)) return workflowIdOf(info)
  throw new RunError('not_found', `no run for the Box file ${typed}`)
}

/** A value inside a list filter, quoted and escaped. */
export function quoted(value: string): string {
  return `'${value.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`
}
