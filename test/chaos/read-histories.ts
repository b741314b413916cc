import type { Client, WorkflowHandle } from '@temporalio/client'

import { handlerNames } from '../../workflows/contract'
import { textsIn } from '../support/secrets'
import type { RunHistory, StepHistory } from './evidence'

type History = Awaited<ReturnType<WorkflowHandle['fetchHistory']>>
type HistoryEvent = NonNullable<History['events']>[number]
interface Payloads {
  payloads?: { data?: Uint8Array | null }[] | null
}

/** What Temporal's list says of a run. */
export interface ListedRun {
  workflowId: string
  runId: string
  status: RunHistory['status']
  state: string | undefined
}

const atATime = 8

/** The histories of these runs, several at a time. `look` sees all texts of each one. */
export async function readHistories(
  temporal: Client,
  listed: ListedRun[],
  look: (place: string, text: string) => void,
): Promise<RunHistory[]> {
  const rest = [...listed].reverse()
  const read: RunHistory[] = []
  const readInTurn = async () => {
    for (let one = rest.pop(); one !== undefined; one = rest.pop()) {
      const history = await temporal.workflow.getHandle(one.workflowId, one.runId).fetchHistory()
      look(`history of ${one.workflowId}`, textsIn(history).join('\n'))
      read.push(runHistoryOf(one, history.events ?? []))
    }
  }
  await Promise.all(Array.from({ length: atATime }, readInTurn))
  return read
}

/** Pure: the facts that the checker judges by. */
export function runHistoryOf(listed: ListedRun, events: HistoryEvent[]): RunHistory {
  const [, , fileId = '', versionId = ''] = listed.workflowId.split('/')
  const [started] = events
  const input = argumentsOf(started?.workflowExecutionStartedEventAttributes?.input)[0]
  return {
    ...{ ...listed, fileId, versionId },
    startedAtMs: Number(started?.eventTime?.seconds ?? 0) * 1_000,
    origin: textAt(input, 'upload', 'origin') ?? '',
    incomingFolderId: textAt(input, 'upload', 'incomingFolderId') ?? '',
    arrivals: events.flatMap(arrivalIn),
    carriedReportId: textAt(input, 'carried', 'report', 'reportFileId'),
    steps: stepsOf(events),
    ...endOf(events, listed.state),
    workflowErrors: events.flatMap(workflowErrorIn),
    isReset: events.some((event) => Number(event.workflowTaskFailedEventAttributes?.cause) === resetCause),
  }
}

function arrivalIn({ workflowExecutionSignaledEventAttributes: signal }: HistoryEvent): string[] {
  if (signal?.signalName !== handlerNames.arrived) return []
  return [textAt(argumentsOf(signal.input)[0], 'eventTime') ?? '']
}

function stepsOf(events: HistoryEvent[]): StepHistory[] {
  const steps = new Map<string, StepHistory>()
  const stepOf = (id: unknown) => steps.get(String(id))
  for (const event of events) {
    const scheduled = event.activityTaskScheduledEventAttributes
    const completed = event.activityTaskCompletedEventAttributes
    const began = event.activityTaskStartedEventAttributes
    if (scheduled) {
      const receipts = argumentsOf(scheduled.input).map((value) => textAt(value, 'reportFileId'))
      steps.set(String(event.eventId), {
        name: scheduled.activityType?.name ?? '',
        ...{ scheduledAt: Number(event.eventId), attempts: 0 },
        reportFileId: receipts.find((id) => id !== undefined),
      })
    }
    const step = stepOf(began?.scheduledEventId ?? completed?.scheduledEventId)
    if (step === undefined) continue
    if (began) step.attempts = began.attempt ?? 1
    if (completed) {
      step.completedAt = Number(event.eventId)
      step.reportFileId ??= textAt(argumentsOf(completed.result)[0], 'reportFileId')
    }
  }
  return [...steps.values()]
}

function endOf(events: HistoryEvent[], listedState: string | undefined) {
  for (const event of events) {
    const completed = event.workflowExecutionCompletedEventAttributes
    const failed = event.workflowExecutionFailedEventAttributes
    if (failed?.failure?.applicationFailureInfo?.type === 'Withdrawn') return { state: 'withdrawn' }
    if (!completed) continue
    const result = argumentsOf(completed.result)[0]
    return {
      state: textAt(result, 'outcome'),
      verdict: textAt(result, 'verdict'),
      reportFileId: textAt(result, 'report', 'reportFileId'),
      movedTo: textAt(result, 'movedTo'),
    }
  }
  return { state: listedState }
}

/** RESET_WORKFLOW. The causes are numbers of WorkflowTaskFailedCause. */
const resetCause = 20
const harmlessCauses: readonly unknown[] = [
  /* UNHANDLED_COMMAND: a signal came while the run was about to close */ 1,
  /* UNHANDLED_UPDATE */ 31,
  /* RESET_STICKY_TASK_QUEUE */ 13,
  /* FORCE_CLOSE_COMMAND */ 17,
  resetCause,
]

/** A worker was frozen in the middle of a task. Code that really hangs would leave its run stuck. */
const frozenMessage = 'Script execution timed out'

function workflowErrorIn({ workflowTaskFailedEventAttributes: failed, eventId }: HistoryEvent): string[] {
  if (!failed || harmlessCauses.includes(failed.cause)) return []
  const message = failed.failure?.message ?? ''
  if (message.startsWith(frozenMessage)) return []
  return [`event ${String(eventId)}, cause ${String(failed.cause)}: ${message}`]
}

function argumentsOf(list: Payloads | null | undefined): unknown[] {
  return (list?.payloads ?? []).map(({ data }): unknown => {
    const text = Buffer.from(data ?? []).toString()
    return text === '' ? undefined : JSON.parse(text)
  })
}

function textAt(value: unknown, ...keys: string[]): string | undefined {
  let at = value
  for (const key of keys) {
    if (typeof at !== 'object' || at === null) return undefined
    at = Reflect.get(at, key)
  }
  return typeof at === 'string' ? at : undefined
}
