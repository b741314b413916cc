import type { Client } from '@temporalio/client'
import { temporal as proto } from '@temporalio/proto'

import { isoOf } from './iso-of'

export interface Builds {
  /** The build that gets new and open runs; undefined: workers without Worker Versioning get them. */
  current: string | undefined
  /** Workers that polled the main queue in the last minutes, the latest first. */
  workers: BuildWorker[]
}

export interface BuildWorker {
  identity: string
  /** Undefined for a worker without Worker Versioning. */
  build: string | undefined
  lastSeenAt: string | undefined
}

type Service = Client['workflowService']

/** The name of an installation's Worker Deployment: one for each task queue. Temporal refuses "." and ":". */
export function deploymentNameOf(taskQueue: string): string {
  return taskQueue.replaceAll(/[.:]/g, '-')
}

/** Which build of the worker is current, and which builds take tasks. */
export async function buildsOf(
  service: Pick<Service, 'describeTaskQueue'>,
  namespace: string,
  taskQueue: string,
): Promise<Builds> {
  const { pollers, versioningInfo } = await service.describeTaskQueue({
    namespace,
    taskQueue: { name: taskQueue },
    taskQueueType: proto.api.enums.v1.TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW,
  })
  const versioned = proto.api.enums.v1.WorkerVersioningMode.WORKER_VERSIONING_MODE_VERSIONED
  const nameOf = nameInDeployment(deploymentNameOf(taskQueue))
  const workers = pollers
    .map(({ identity, deploymentOptions, lastAccessTime }) => ({
      identity: identity ?? '',
      build: deploymentOptions?.workerVersioningMode === versioned ? nameOf(deploymentOptions) : undefined,
      lastSeenAt: isoOf(lastAccessTime),
    }))
    .sort((a, b) => (b.lastSeenAt ?? '').localeCompare(a.lastSeenAt ?? ''))
  return { current: nameOf(versioningInfo?.currentDeploymentVersion), workers }
}

/**
 * Gives new and open runs to this build. Undefined gives them to workers without Worker Versioning. Rejects
 * with the server's NOT_FOUND when no worker of the build has registered, and with FAILED_PRECONDITION while
 * some of its task queues have not.
 */
export async function setCurrentBuild(
  { workflowService, options }: Client,
  taskQueue: string,
  build: string | undefined,
): Promise<void> {
  await workflowService.setWorkerDeploymentCurrentVersion({
    namespace: options.namespace,
    deploymentName: deploymentNameOf(taskQueue),
    buildId: build ?? '',
    identity: options.identity,
  })
}

/** Open runs that somebody pinned to a build, so that they do not follow the current one. */
export async function countPinnedRuns(temporal: Client, taskQueue: string): Promise<number> {
  const query = `TemporalWorkflowVersioningBehavior='Pinned' AND ExecutionStatus='Running'`
  const { count } = await temporal.workflow.count(
    `${query} AND TemporalWorkerDeployment='${deploymentNameOf(taskQueue)}'`,
  )
  return count
}

/** A build of another deployment is shown with the name of that. */
function nameInDeployment(ours: string) {
  return (version: { deploymentName?: string | null; buildId?: string | null } | null | undefined) => {
    const { deploymentName, buildId } = version ?? {}
    if (typeof buildId !== 'string' || buildId === '') return undefined
    return deploymentName === ours ? buildId : `${deploymentName}.${buildId}`
  }
}
