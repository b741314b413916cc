import type { WorkerOptions } from '@temporalio/worker'

import { deploymentNameOf } from '../../runs/builds'
import { UnusableConfiguration } from './unusable-configuration'

/**
 * The worker of the main queue as a build of a Worker Deployment: Temporal gives it runs once the build is
 * current. Open runs move to the new build (AUTO_UPGRADE): they can stay parked for months, and no server
 * keeps a worker of each former build. Only the main queue takes part: the queues of a host serve the runs of
 * every build, so a host that still has the former release does not hold up the others.
 */
export function deploymentOptions(
  { isVersioned, buildId }: { isVersioned: boolean; buildId: string },
  mainQueue: string,
): Pick<WorkerOptions, 'workerDeploymentOptions'> {
  if (!isVersioned) return {}
  if (buildId === '')
    throw new UnusableConfiguration(
      'QC_BUILD_ID is not set, expected the name of this release: QC_WORKER_VERSIONING is true',
    )
  return {
    workerDeploymentOptions: {
      version: { deploymentName: deploymentNameOf(mainQueue), buildId },
      useWorkerVersioning: true,
      defaultVersioningBehavior: 'AUTO_UPGRADE',
    },
  }
}
