import type { Client } from '@temporalio/client'
import { temporal as proto } from '@temporalio/proto'

import { queueNames } from '../workflows/contract'
import { isoOf } from './iso-of'

export interface QueuePollers {
  queue: 'main' | 'intake'
  /** The worker processes that asked for work in the last minutes. */
  workers: { identity: string; lastSeenAt: string | undefined }[]
}

/** Who takes work from the queues of an installation, as Temporal saw it in the last five minutes. */
export async function queuePollers(temporal: Client, taskQueue: string): Promise<QueuePollers[]> {
  const names = queueNames(taskQueue)
  const ask = async (queue: 'main' | 'intake'): Promise<QueuePollers> => {
    const { pollers } = await temporal.workflowService.describeTaskQueue({
      namespace: temporal.options.namespace,
      taskQueue: { name: names[queue] },
      taskQueueType: proto.api.enums.v1.TaskQueueType.TASK_QUEUE_TYPE_ACTIVITY,
    })
    const workers = pollers.map(({ identity, lastAccessTime }) => ({
      identity: identity ?? '',
      lastSeenAt: isoOf(lastAccessTime),
    }))
    return { queue, workers }
  }
  return Promise.all([ask('main'), ask('intake')])
}
