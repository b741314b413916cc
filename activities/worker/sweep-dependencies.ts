import type { Client } from '@temporalio/client'

import type { Config } from '../../config/load-config'
import type { OpenConfig } from '../../config/open-config'
import { isGivenUp } from '../../runs/is-given-up'
import { knownRuns } from '../../runs/known-runs'
import { createStartIdle } from '../../runs/start-idle'
import { stalledRuns } from '../../runs/stalled-runs'
import { startedRuns, wasDelivered } from '../../runs/started-runs'
import type { SweepDependencies } from '../asset/dependencies'

/** The sweep over the configuration as it is now, and over this Temporal. */
export function createSweepDependencies(
  { clients, incomingFolders }: Pick<OpenConfig, 'clients' | 'incomingFolders'>,
  client: Client,
  { temporal, timings }: Pick<Config, 'temporal' | 'timings'>,
): SweepDependencies {
  const { taskQueue, hideFileNames } = temporal
  return {
    incomingFolders: incomingFolders.all,
    reportsFolders: () =>
      [...clients().values()].flatMap(({ id: clientId, reportsFolderId: folderId }) =>
        folderId === undefined ? [] : [{ clientId, folderId }],
      ),
    knownRuns: (clientId, scope) => knownRuns(client, clientId, scope),
    isGivenUp: (upload) => isGivenUp(client, upload),
    startedRuns: (clientId, since) => startedRuns(client, clientId, since),
    wasDelivered: (run) => wasDelivered(client, run),
    startIdle: createStartIdle({ client, taskQueue, hideFileNames, timings }),
    stalledRuns: () => stalledRuns(client, taskQueue),
    now: () => new Date(),
  }
}
