import type { Client } from '@temporalio/client'
import { temporal as proto } from '@temporalio/proto'

/** Whether a worker has polled this queue for workflow tasks within the last minutes. */
export async function hasWorker({ workflowService, options }: Client, taskQueue: string): Promise<boolean> {
  const { pollers } = await workflowService.describeTaskQueue({
    namespace: options.namespace,
    taskQueue: { name: taskQueue },
    taskQueueType: proto.api.enums.v1.TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW,
  })
  return pollers.length > 0
}
