import type { Client } from '@temporalio/client'
import { temporal as proto } from '@temporalio/proto'

import { queueNames } from '../workflows/contract'
import { isoOf } from './iso-of'

const { TASK_QUEUE_TYPE_WORKFLOW: workflowTasks, TASK_QUEUE_TYPE_ACTIVITY: activityTasks } =
  proto.api.enums.v1.TaskQueueType

/** What waits in a queue of Temporal and who asks for it. */
export interface Backlog {
  /** Tasks that no worker has taken yet, as Temporal estimates it. */
  waiting: number
  /** Age of the oldest of them. */
  oldestSeconds: number
  workers: PollingWorker[]
}

export interface PollingWorker {
  /** `<queue of its host>/<process id>`. */
  identity: string
  lastSeenAt: string | undefined
}

export interface HostBacklog {
  /** The queue of the host. */
  host: string
  analyses: Backlog
  reports: Backlog
}

export interface Backlogs {
  workflows: Backlog
  activities: Backlog
  downloads: Backlog
  /** Of each host whose worker Temporal has seen within five minutes. */
  hosts: HostBacklog[]
}

/** The task queues of an installation, as Temporal sees them; no worker is asked. */
export async function queueBacklogs(temporal: Client, taskQueue: string): Promise<Backlogs> {
  const names = queueNames(taskQueue)
  const [workflows, activities, downloads] = await Promise.all([
    backlogOf(temporal, names.main, workflowTasks),
    backlogOf(temporal, names.main, activityTasks),
    backlogOf(temporal, names.intake, activityTasks),
  ])
  const seen = [...activities.workers, ...downloads.workers].map(({ identity }) => hostOf(identity))
  const hosts = [...new Set(seen)].filter((host) => host.startsWith(names.host(''))).sort()
  const ofHost = async (host: string): Promise<HostBacklog> => {
    const [analyses, reports] = await Promise.all([
      backlogOf(temporal, host, activityTasks),
      backlogOf(temporal, names.reports(host), activityTasks),
    ])
    return { host, analyses, reports }
  }
  return { workflows, activities, downloads, hosts: await Promise.all(hosts.map(ofHost)) }
}

/** The queue of the host that a worker with this identity runs on. */
export function hostOf(identity: string): string {
  return identity.slice(0, Math.max(0, identity.lastIndexOf('/')))
}

async function backlogOf(
  { workflowService, options }: Client,
  name: string,
  taskQueueType: proto.api.enums.v1.TaskQueueType,
): Promise<Backlog> {
  const { stats, pollers } = await workflowService.describeTaskQueue({
    ...{ namespace: options.namespace, taskQueue: { name }, taskQueueType, reportStats: true },
  })
  const { approximateBacklogCount: count, approximateBacklogAge: age } = stats ?? {}
  return {
    waiting: Number(count ?? 0),
    oldestSeconds: Number(age?.seconds ?? 0),
    workers: pollers.map(({ identity, lastAccessTime }) => ({
      identity: identity ?? '',
      lastSeenAt: isoOf(lastAccessTime),
    })),
  }
}
