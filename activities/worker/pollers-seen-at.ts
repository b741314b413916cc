interface Timestamp {
  seconds?: { toString: () => string } | number | null
  nanos?: number | null
}

/** What we need of Temporal's workflow service. */
export interface TaskQueueService {
  describeTaskQueue: (request: {
    namespace: string
    taskQueue: { name: string }
    taskQueueType: number
  }) => Promise<{
    pollers?: { identity?: string | null; lastAccessTime?: Timestamp | null }[] | null
  }>
}

export interface Whereabouts {
  service: TaskQueueService
  namespace: string
  mainQueue: string
}

/** TASK_QUEUE_TYPE_ACTIVITY of Temporal's API. */
const activityQueue = 2

/** Every worker of a host carries the host's queue in its identity. */
export function identityFor(hostQueue: string): string {
  return `${hostQueue}/${process.pid}`
}

/**
 * When a host was last seen, in ms since 1970: polling its own queue, or the main one. A host whose slots are
 * all busy polls its own queue for hours no more, but it never stops polling the main one.
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
