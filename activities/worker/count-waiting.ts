import { type TaskQueueService, activityQueue } from './pollers-seen-at'

/**
 * Activity tasks that wait in Temporal for a worker of this queue, by the server's approximation. Undefined
 * when the server is too old to tell.
 */
export async function countWaiting(
  service: TaskQueueService,
  namespace: string,
  taskQueue: string,
): Promise<number | undefined> {
  const { stats } = await service.describeTaskQueue({
    namespace,
    taskQueue: { name: taskQueue },
    taskQueueType: activityQueue,
    reportStats: true,
  })
  const count = stats?.approximateBacklogCount
  return count === undefined || count === null ? undefined : Number(count.toString())
}
