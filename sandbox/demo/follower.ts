import { setTimeout as sleep } from 'node:timers/promises'

import { isGrpcServiceError, type WorkflowHandle } from '@temporalio/client'
import { defaultPayloadConverter } from '@temporalio/common'

import { stepNames } from '../../workflows/steps'
import { shortened } from './shortened'

type History = Awaited<ReturnType<WorkflowHandle['fetchHistory']>>
type HistoryEvent = NonNullable<History['events']>[number]
type Payload = Parameters<typeof defaultPayloadConverter.fromPayload>[0] | null | undefined
type Payloads = { payloads?: Payload[] | null } | null | undefined

/** The progress of a run. `unborn`: Temporal knows no such run. */
export type Stage = 'unborn' | 'running' | 'parked' | 'closed'

const pauseMs = 300
/** Of a file's name in a line. */
const widest = 32

/** Prints a run's progress, one line for one step, from its history in Temporal. */
export class Follower {
  private seenEvents = 0
  private stage: Stage = 'unborn'
  private readonly stepsByEvent = new Map<string, { step: string; at: number }>()

  constructor(
    private readonly handle: WorkflowHandle,
    private readonly say: (line: string) => void,
  ) {}

  /** Reads what is new until `isEnough`; throws the signal's reason when it aborts first. */
  async until(isEnough: (stage: Stage) => boolean | Promise<boolean>, signal: AbortSignal): Promise<Stage> {
    for (;;) {
      await this.read()
      if (await isEnough(this.stage)) return this.stage
      await sleep(pauseMs, undefined, { signal })
    }
  }

  private async read(): Promise<void> {
    const events = await this.events()
    for (const event of events.slice(this.seenEvents)) this.print(event)
    this.seenEvents = events.length
  }

  private async events(): Promise<HistoryEvent[]> {
    try {
      return (await this.handle.fetchHistory()).events ?? []
    } catch (error) {
      if (isGrpcServiceError(error) && error.message.includes('NOT_FOUND')) return []
      throw error
    }
  }

  private print(event: HistoryEvent): void {
    const {
      activityTaskScheduledEventAttributes: scheduled,
      activityTaskCompletedEventAttributes: completed,
    } = event
    if (event.workflowExecutionStartedEventAttributes) this.stage = 'running'
    if (scheduled)
      this.stepsByEvent.set(String(event.eventId), {
        step: scheduled.activityType?.name ?? '',
        at: millisecondsOf(event),
      })
    if (completed) this.tellStep(event, String(completed.scheduledEventId), detailOf(completed.result))
    const failed = event.activityTaskFailedEventAttributes
    if (failed)
      this.tellStep(
        event,
        String(failed.scheduledEventId),
        shortened(`failed: ${failed.failure?.message ?? 'no reason given'}`, widest),
      )
    const state = stateIn(event)
    if (state === 'needs_attention') this.change('parked', 'waits for a person')
    const reason = event.timerStartedEventAttributes ? textOf(event.userMetadata?.summary) : undefined
    if (reason !== undefined && this.stage === 'parked') this.say(`→ ${whatToDo(reason)}`)
    if (state === 'running') this.change('running', 'goes on')
    if (event.workflowExecutionCompletedEventAttributes) this.change('closed', 'finished')
    const end = event.workflowExecutionFailedEventAttributes
    if (end) this.change('closed', `ended: ${end.failure?.message ?? 'no reason given'}`)
    if (event.workflowExecutionTerminatedEventAttributes) this.change('closed', 'was terminated')
  }

  private tellStep(event: HistoryEvent, scheduledEventId: string, detail: string): void {
    const scheduled = this.stepsByEvent.get(scheduledEventId)
    if (scheduled === undefined || !stepNames.some((one) => one === scheduled.step)) return
    const seconds = ((millisecondsOf(event) - scheduled.at) / 1000).toFixed(1)
    this.say(`${scheduled.step.padEnd(15)} ${seconds.padStart(5)} s  ${detail}`.trimEnd())
  }

  private change(stage: Stage, line: string): void {
    if (this.stage === stage) return
    this.stage = stage
    this.say(line)
  }
}

/** The advice of the timer's summary, without the state that is printed already. */
function whatToDo(summary: string): string {
  return summary.replace(/ Then send the signal retry\..*$/, '')
}

/** A step's result in a few words. */
function detailOf(result: Payloads): string {
  const value = firstValue(result)
  if (typeof value !== 'object' || value === null) return ''
  const text = (name: string) => {
    const found: unknown = Reflect.get(value, name)
    return typeof found === 'string' || typeof found === 'number' ? String(found) : undefined
  }
  if ('verdict' in value) return `verdict ${text('verdict')}, score ${text('score') ?? 'n/a'}`
  if ('reportName' in value) return shortened(text('reportName') ?? '', widest)
  if ('location' in value && 'name' in value) return shortened(`_PROCESSED/${text('name') ?? ''}`, widest)
  if ('checks' in value && Array.isArray(value.checks))
    return `${text('medium') ?? 'rejected'}, ${value.checks.length} checks planned`
  return ''
}

function stateIn({ upsertWorkflowSearchAttributesEventAttributes: upsert }: HistoryEvent): unknown {
  const payload = upsert?.searchAttributes?.indexedFields?.QcState
  const value: unknown = payload ? defaultPayloadConverter.fromPayload(payload) : undefined
  return Array.isArray(value) ? value[0] : value
}

function textOf(payload: Payload): string | undefined {
  const value: unknown = payload ? defaultPayloadConverter.fromPayload(payload) : undefined
  return typeof value === 'string' ? value : undefined
}

function firstValue(result: Payloads): unknown {
  const payload = result?.payloads?.[0]
  return payload ? defaultPayloadConverter.fromPayload(payload) : undefined
}

function millisecondsOf({ eventTime }: HistoryEvent): number {
  return Number(eventTime?.seconds ?? 0) * 1000 + (eventTime?.nanos ?? 0) / 1e6
}
