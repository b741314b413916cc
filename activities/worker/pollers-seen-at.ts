interface Timestamp {
  seconds?: { toString: () => string } | number | null
  nanos?: number | null
}

/** The part of Temporal's workflow service that is used here. */
export interface TaskQueueService {
  describeTaskQueue: (request: {
    namespace: string
    taskQueue: { name: string }
    taskQueueType: number
    reportStats?: boolean
  }) => Promise<{
    pollers?: { identity?: string | null; lastAccessTime?: Timestamp | null }[] | null
    stats?: { approximateBacklogCount?: { toString: () => string } | number | null } | null
  }>
}

export interface Whereabouts {
  service: TaskQueueService
  namespace: string
  mainQueue: string
}

/** TASK_QUEUE_TYPE_ACTIVITY of Temporal's API. */
export const activityQueue = 2

/** The identity of all workers of a host starts with the host's queue. */
export function identityFor(hostQueue: string): string {
  return `${hostQueue}/${process.pid}`
}

/**
 * When the pollers of a host were last seen, in ms since 1970. A host whose slots are all busy does not poll
 * its own queue for hours, but it never stops polling the main queue.
 */
export async function pollersSeenAt(
  { service, namespace, mainQueue }: Whereabouts,
  hostQueue: string,
): Promise<number[]> {
  const [own, main] = await Promise.all(
    [hostQueue, mainQueue].map((name) =>
      service.describeTaskQueue({ namespace, taskQueue: { name }, taskQueueType: activityQueue }),
    ),
  )
  const ofThisHost = (main?.pollers ?? []).filter(
    ({ identity }) => identity?.startsWith(`${hostQueue}/`) === true,
  )
  return [...(own?.pollers ?? []), ...ofThisHost].flatMap(
    ({ lastAccessTime }) => millisecondsOf(lastAccessTime) ?? [],
  )
}

function millisecondsOf(time: Timestamp | null | undefined): number | undefined {
  return time === null || time === undefined
    ? undefined
    : Number((time.seconds ?? 0).toString()) * 1000 + (time.nanos ?? 0) / 1e6
}
