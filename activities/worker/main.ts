import { setTimeout as wait } from 'node:timers/promises'
import { loadClientConnectConfig } from '@temporalio/envconfig'
import { NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker'
import type { Logger } from 'pino'

import { ConfigError } from '../../config/config-error'
import { type Config, loadConfig } from '../../config/load-config'
import { openConfig } from '../../config/open-config'
import { type Activities, queueNames } from '../../workflows/contract'
import { activitiesOn, type Queue } from '../../workflows/steps'
import { createSlotSupplier } from './slot-supplier'
import { createBox } from '../../box/create-box'
import { catalogue } from '../../quality-control/checks/catalogue'
import { profileProblems } from '../../quality-control/plan-checks'
import { startHealthPage } from './health-page'
import { createActivities } from '..'
import { identityFor, pollersSeenAt } from './pollers-seen-at'
import { probeVersion, detectType, probe } from '../../quality-control/probes/probe'
import { createLogger, installRuntime } from './runtime'
import { workflowCode } from './workflow-code'
import { createStore } from '../store/create-store'
import { hostIdOf } from '../store/host-id'
import { tidy } from '../store/janitor'

/** Calls of Box and questions to Temporal: quick, so never all busy for long. */
const mainSlots = 50
const downloadsAtOnce = 4
const cachedWorkflows = 500
/** Cancellation comes with a heartbeat's answer, so heartbeats are not held back for long. */
const heartbeatThrottleMs = 3_000
const janitorMs = 10 * 60_000

/**
 * Composition root of the worker process. What is wrong with the configuration is said before anything runs.
 */
async function main() {
  const config = loadConfig()
  const logger = createLogger(config.logLevel)
  const { clients, profiles, jwtConfig } = openConfig(config, {
    report: ({ source, message }) =>
      logger.error({ source, problem: message }, 'configuration needs attention'),
    checkProfile: (profile) => profileProblems(profile, catalogue()),
  })
  const box = createBox({ jwtConfig: jwtConfig(), urls: boxUrls(config) })
  const { dataDir, diskReserveBytes: reserveBytes } = config.worker
  const queues = queueNames(config.temporal.taskQueue)
  const hostQueue = queues.host(await hostIdOf(dataDir))
  const store = createStore({ dataDir, reserveBytes, box })
  const { connectionOptions, namespace = 'default' } = loadClientConnectConfig()
  installRuntime({ logger, metricsAddress: config.worker.metricsAddress })

  const workers = new Map<string, Worker>()
  const states = () => Object.fromEntries([...workers].map(([queue, worker]) => [queue, worker.getState()]))
  const health = await startHealthPage({
    host: config.worker.healthHost,
    port: config.worker.healthPort,
    states,
  })
  const connection = await patiently('connect to Temporal', logger, () =>
    NativeConnection.connect(connectionOptions),
  )
  const whereabouts = { service: connection.workflowService, namespace, mainQueue: queues.main }
  const searchPath = config.media.searchPath
  const activities = createActivities({
    box,
    store,
    hostQueue,
    logger,
    catalogue,
    client: (id) => clients().get(id),
    profile: (id) => profiles().get(id),
    media: { detectType, probe, probeVersion: () => probeVersion(searchPath), limits: config.media },
    pollersSeenAt: (queue) => pollersSeenAt(whereabouts, queue),
  })
  const common = { connection, namespace, identity: identityFor(hostQueue), ...shutdownOf(config) }
  const admission = createSlotSupplier({
    store,
    maxUnfinished: config.worker.maxUnfinishedAssets,
    maxDownloads: downloadsAtOnce,
    onChange: (closedFor) =>
      logger.info(
        { dataDir },
        closedFor === undefined ? 'intake is open again' : `intake is closed: ${closedFor}`,
      ),
  })
  for (const options of Object.values(workerOptions(activities, queues, hostQueue, admission, config))) {
    const worker = await patiently(`serve ${options.taskQueue}`, logger, () =>
      Worker.create({ ...common, ...options }),
    )
    workers.set(options.taskQueue, worker)
  }
  const janitor = startJanitor(dataDir, logger)
  const running = [...workers.values()].map((worker) => worker.run())
  logger.info(
    { healthUrl: health.url, hostQueue, namespace, queues: [...workers.keys()], dataDir },
    'worker ready',
  )
  await Promise.all(running)
  clearInterval(janitor)
  health.stop()
  await connection.close()
  logger.info({}, 'worker stopped')
}

function boxUrls({ box }: Config) {
  return { api: box.apiUrl, upload: box.uploadUrl, oauth: box.oauthUrl }
}

/** Temporal may come up after us: a worker waits for it and says so. */
async function patiently<T>(what: string, logger: Logger, attempt: () => Promise<T>): Promise<T> {
  for (let waitMs = 500; ; waitMs = Math.min(waitMs * 2, 5_000)) {
    try {
      return await attempt()
    } catch (error) {
      logger.warn({ error, againInMs: waitMs }, `cannot ${what} yet`)
      await wait(waitMs)
    }
  }
}

/** What still runs after the grace time is cancelled; after the force time the process goes all the same. */
function shutdownOf({ worker }: Config) {
  return { shutdownGraceTime: worker.shutdownGraceMs, shutdownForceTime: worker.shutdownGraceMs + 15_000 }
}

function workerOptions(
  activities: Activities,
  queues: ReturnType<typeof queueNames>,
  hostQueue: string,
  admission: ReturnType<typeof createSlotSupplier>,
  { worker }: Config,
): Record<Queue, WorkerOptions> {
  const fixed = (numSlots: number) => ({ type: 'fixed-size' as const, numSlots })
  return {
    main: {
      taskQueue: queues.main,
      activities: activitiesOn('main', activities),
      ...workflowCode(),
      maxCachedWorkflows: cachedWorkflows,
      maxConcurrentActivityTaskExecutions: mainSlots,
      maxHeartbeatThrottleInterval: heartbeatThrottleMs,
    },
    intake: {
      taskQueue: queues.intake,
      activities: activitiesOn('intake', activities),
      maxConcurrentActivityTaskPolls: 2,
      maxHeartbeatThrottleInterval: heartbeatThrottleMs,
      tuner: {
        activityTaskSlotSupplier: admission,
        workflowTaskSlotSupplier: fixed(1),
        localActivityTaskSlotSupplier: fixed(1),
        nexusTaskSlotSupplier: fixed(1),
      },
    },
    host: {
      taskQueue: hostQueue,
      activities: activitiesOn('host', activities),
      maxConcurrentActivityTaskExecutions: worker.ffmpegSlots,
      maxHeartbeatThrottleInterval: heartbeatThrottleMs,
    },
  }
}

function startJanitor(dataDir: string, logger: Logger): NodeJS.Timeout {
  const run = () => {
    tidy(dataDir).then(
      (removed) =>
        removed.length > 0
          ? logger.info({ removed: removed.length }, 'janitor: removed what was left over')
          : undefined,
      (error: unknown) => logger.warn({ error }, 'janitor: could not tidy up'),
    )
  }
  run()
  return setInterval(run, janitorMs)
}

/** 3 is the code of a wrong configuration in all our processes. */
function fail(error: unknown): never {
  console.error(error instanceof ConfigError ? error.message : error)
  process.exit(error instanceof ConfigError ? 3 : 1)
}

main().then(() => process.exit(0), fail)
