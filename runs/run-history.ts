import type { Client, WorkflowHandle } from '@temporalio/client'
import type { Payload } from '@temporalio/common'

import type { MoveResult, Report, ReportReceipt, Upload } from '../workflows/contract'
import { stepNames } from '../workflows/steps'
import { isoOf } from './iso-of'
import { readPayload, type Unreadable } from './read-payload'

export interface StepTaken {
  step: string
  outcome: 'done' | 'failed' | 'open'
  /** ISO 8601; absent while no worker has taken it. */
  startedAt: string | undefined
  endedAt: string | undefined
  attempts: number
  /** The worker process. */
  worker: string
  error: string | undefined
}

/** What the history of a run says: no worker is needed, and nothing is missing when one is down. */
export interface RunHistory {
  upload: Partial<Upload> | undefined
  /** In their order; a step that was repeated is there several times. */
  steps: StepTaken[]
  report: Partial<Report> | undefined
  receipt: Partial<ReportReceipt> | undefined
  move: Partial<MoveResult> | undefined
  /** The newest summary of a timer: what a parked run waits for, in one line. */
  waitsFor: string | undefined
  /** Why a part of it cannot be read; the steps are there all the same. */
  unreadable: Unreadable | undefined
}

type History = Awaited<ReturnType<WorkflowHandle['fetchHistory']>>
type HistoryEvent = NonNullable<History['events']>[number]
type Decode = (payload: Payload | null | undefined) => Promise<unknown>

/** Reads the newest execution of a workflow id. */
export async function runHistory(temporal: Client, workflowId: string): Promise<RunHistory> {
  const { events } = await temporal.workflow.getHandle(workflowId).fetchHistory()
  const found: RunHistory = {
    ...{ upload: undefined, steps: [], report: undefined, receipt: undefined },
    ...{ move: undefined, waitsFor: undefined, unreadable: undefined },
  }
  const decode: Decode = async (payload) => {
    const read = await readPayload(temporal, payload, 'history')
    if ('value' in read) return read.value
    found.unreadable ??= read.unreadable
    return undefined
  }
  const open = new Map<string, StepTaken>()
  for (const event of events ?? []) await read(event, found, open, decode)
  return found
}

async function read(
  event: HistoryEvent,
  found: RunHistory,
  open: Map<string, StepTaken>,
  decode: Decode,
): Promise<void> {
  const started = event.workflowExecutionStartedEventAttributes
  if (started)
    found.upload = asObject(Reflect.get(asObject(await decode(started.input?.payloads?.[0])), 'upload'))
  const scheduled = event.activityTaskScheduledEventAttributes
  if (scheduled) schedule(event, scheduled.activityType?.name ?? '', found, open)
  const taken = event.activityTaskStartedEventAttributes
  const step = open.get(String(taken?.scheduledEventId))
  if (taken && step) {
    step.startedAt = isoOf(event.eventTime)
    step.attempts = taken.attempt ?? 1
    step.worker = taken.identity ?? ''
    step.error = taken.lastFailure?.message ?? undefined
  }
  const completed = event.activityTaskCompletedEventAttributes
  const done = open.get(String(completed?.scheduledEventId))
  if (completed && done) {
    Object.assign(done, { outcome: 'done', endedAt: isoOf(event.eventTime) })
    keepResult(done.step, await decode(completed.result?.payloads?.[0]), found)
  }
  end(event, open)
  if (event.timerStartedEventAttributes) {
    const summary = await decode(event.userMetadata?.summary)
    if (typeof summary === 'string') found.waitsFor = summary
  }
}

function schedule(event: HistoryEvent, step: string, found: RunHistory, open: Map<string, StepTaken>): void {
  if (!stepNames.some((one) => one === step)) return
  const taken: StepTaken = {
    ...{ step, outcome: 'open', attempts: 0, worker: '' },
    ...{ startedAt: undefined, endedAt: undefined, error: undefined },
  }
  open.set(String(event.eventId), taken)
  found.steps.push(taken)
}

/** A step that failed for good, or was cancelled. */
function end(event: HistoryEvent, open: Map<string, StepTaken>): void {
  const ended =
    event.activityTaskFailedEventAttributes ??
    event.activityTaskTimedOutEventAttributes ??
    event.activityTaskCanceledEventAttributes
  const step = open.get(String(ended?.scheduledEventId))
  if (!ended || !step) return
  const failure = 'failure' in ended ? ended.failure : undefined
  const error = failure?.cause?.message || failure?.message || step.error
  Object.assign(step, { outcome: 'failed', endedAt: isoOf(event.eventTime), error })
}

function keepResult(step: string, result: unknown, found: RunHistory): void {
  if (typeof result !== 'object' || result === null) return
  if (step === 'checks') found.report = result
  if (step === 'uploadReport') found.receipt = result
  if (step === 'moveToProcessed') found.move = result
}

function asObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {}
}
