import type { Installed } from './installed'

/** Where the time of these runs went: in ms a run, on average: each activity's wait for a worker
 * and its work, and the same of all workflow tasks. */
export async function stepTimes(
  { temporal }: Installed,
  workflowIds: string[],
): Promise<Record<string, number>> {
  const found = new Map<string, number[]>()
  const add = (name: string, ms: number) => found.set(name, [...(found.get(name) ?? []), ms])
  for (const workflowId of workflowIds) {
    const { events } = await temporal.workflow.getHandle(workflowId).fetchHistory()
    const at = (id: unknown) => timeOf(events?.find(({ eventId }) => String(eventId) === String(id)))
    for (const event of events ?? []) {
      const completed = event.activityTaskCompletedEventAttributes
      const scheduled = events?.find(({ eventId }) => String(eventId) === String(completed?.scheduledEventId))
      const name = scheduled?.activityTaskScheduledEventAttributes?.activityType?.name
      const task = event.workflowTaskCompletedEventAttributes
      if (task) {
        add('workflowTaskWaitMs', at(task.startedEventId) - at(task.scheduledEventId))
        add('workflowTaskWorkMs', timeOf(event) - at(task.startedEventId))
      }
      if (typeof name !== 'string') continue
      add(`${name}WaitMs`, at(completed?.startedEventId) - timeOf(scheduled))
      add(`${name}WorkMs`, timeOf(event) - at(completed?.startedEventId))
    }
  }
  const ofARun = (values: number[]) => values.reduce((sum, ms) => sum + ms, 0) / workflowIds.length
  return Object.fromEntries([...found].map(([name, values]) => [name, ofARun(values)]))
}

interface Timed {
  eventTime?: { seconds?: unknown; nanos?: number | null } | null
}

function timeOf(event: Timed | undefined): number {
  const { seconds, nanos } = event?.eventTime ?? {}
  return Number(String(seconds)) * 1_000 + (nanos ?? 0) / 1e6
}
