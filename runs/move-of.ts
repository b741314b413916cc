import type { Step } from '../workflows/contract'

export interface MoveTime {
  /** When the attempt that moved the file began; while it runs, when it was asked for. */
  at: Date
  isDone: boolean
}

/** The parts of Temporal's history events that tell about an activity. */
export interface HistoryEvent {
  eventId?: Number64 | null
  eventTime?: { seconds?: Number64 | null; nanos?: number | null } | null
  activityTaskScheduledEventAttributes?: { activityType?: { name?: string | null } | null } | null
  activityTaskStartedEventAttributes?: { scheduledEventId?: Number64 | null } | null
  activityTaskCompletedEventAttributes?: { scheduledEventId?: Number64 | null } | null
  activityTaskFailedEventAttributes?: { scheduledEventId?: Number64 | null } | null
  activityTaskTimedOutEventAttributes?: { scheduledEventId?: Number64 | null } | null
  activityTaskCanceledEventAttributes?: { scheduledEventId?: Number64 | null } | null
}
type Number64 = number | string | { toString: () => string }

const moveStep: Step = 'moveToProcessed'

/**
 * The run's own move of its file into `_PROCESSED`; undefined when it has not come to that, or every attempt
 * has failed.
 */
export function moveOf(events: HistoryEvent[]): MoveTime | undefined {
  let move: (MoveTime & { scheduledId: string }) | undefined
  for (const event of events) {
    if (event.activityTaskScheduledEventAttributes?.activityType?.name === moveStep)
      move = { scheduledId: String(event.eventId), at: timeOf(event), isDone: false }
    if (move === undefined) continue
    const { scheduledId } = move
    const isOfMove = (attributes?: { scheduledEventId?: Number64 | null } | null) =>
      String(attributes?.scheduledEventId) === scheduledId
    if (isOfMove(event.activityTaskStartedEventAttributes)) move = { ...move, at: timeOf(event) }
    if (isOfMove(event.activityTaskCompletedEventAttributes)) return { at: move.at, isDone: true }
    const hasEnded =
      isOfMove(event.activityTaskFailedEventAttributes) ||
      isOfMove(event.activityTaskTimedOutEventAttributes) ||
      isOfMove(event.activityTaskCanceledEventAttributes)
    if (hasEnded) move = undefined
  }
  return move && { at: move.at, isDone: false }
}

function timeOf({ eventTime }: HistoryEvent): Date {
  return new Date(Number(eventTime?.seconds ?? 0) * 1000 + (eventTime?.nanos ?? 0) / 1e6)
}
