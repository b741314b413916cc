import type { Client } from '@temporalio/client'
import type { Worker } from '@temporalio/worker'
import type { Logger } from 'pino'
import { Registry } from 'prom-client'

import type { Box } from '../../box/box'
import { createBox } from '../../box/create-box'
import { announceReady } from '../../config/announce-ready'
import { ConfigError } from '../../config/config-error'
import { createLogger } from '../../config/create-logger'
import { type Config, loadConfig } from '../../config/load-config'
import { openConfig, type OpenConfig } from '../../config/open-config'
import { readPayloadKeys } from '../../config/read-payload-keys'
import { catalogue } from '../../quality-control/checks/catalogue'
import { profileProblems } from '../../quality-control/plan-checks'
import { detectType, probe, probeVersion } from '../../quality-control/probes/probe'
import { connectTemporal } from '../../runs/connect-temporal'
import { createParkedRuns } from '../../runs/parked-runs'
import { dataConverterFor } from '../../runs/data-converter'
import type { PayloadKey } from '../../runs/payload-codec'
import { queuedMs } from '../../runs/run-wait'
import { sweepAtStart } from '../../runs/run-sweep'
import { sweepInput } from '../../runs/schedules'
import { hasEnded } from '../../runs/has-ended'
import { queueNames } from '../../workflows/contract'
import { createActivities, type Dependencies } from '..'
import { createStore, removeLeftScratch, type Store } from '../store/create-store'
import { hostIdOf } from '../store/host-id'
import { lockDataDir } from '../store/lock-data-dir'
import { deploymentOptions } from './deployment-options'
import { createCpuMeter } from './cpu-meter'
import { type Health, startHealthPage } from './health-page'
import { IntakeGate, type IntakeOptions } from './intake-gate'
import { intakeMetrics } from './intake-metrics'
import { installRuntime } from './runtime'
import { createNoticeDependencies } from './notice-dependencies'
import { createSlotSupplier } from './slot-supplier'
import { startJanitor } from './start-janitor'
import { createScheduledMetrics } from './scheduled-metrics'
import { createSweepDependencies } from './sweep-dependencies'
import { workersOptions } from './task-queues'
import { TemporalLink, usable } from './temporal-link'
import { UnusableConfiguration } from './unusable-configuration'

const downloadsAtOnce = 4

/** Composition root of the worker process. A wrong configuration ends it before anything runs. */
async function main() {
  const config = loadConfig()
  const logger = createLogger({ ...config.log, process: 'worker' })
  const { clients, profiles, waivers, incomingFolders, jwtConfig, problems } = openConfig(config, {
    report: ({ source, message }) =>
      logger.error({ source, problem: message }, 'configuration needs attention'),
    checkProfile: (profile) => profileProblems(profile, catalogue()),
  })
  const payloadKeys = readPayloadKeys(config.temporal.payloadKeyFile)
  const { client, close: closeClient } = usable(() => connectTemporal(payloadKeys))
  const configured: Configured = {
    catalogue,
    client: (id) => clients().get(id),
    profile: (id) => profiles().get(id),
    waivers: (upload) => {
      const problem = waivers.problem()
      if (problem !== undefined) logger.error({ problem }, 'waivers: the file cannot be used')
      return waivers.effective(upload)
    },
    ...questionsAboutRuns(client),
    reports: { ...config.reports, boxWebUrl: config.pages.boxWebUrl, pagesUrl: config.pages.publicUrl },
    sweep: createSweepDependencies({ clients, incomingFolders }, client, config),
    notices: createNoticeDependencies({ clients }, client, config),
  }
  const box = createBox({ jwtConfig: jwtConfig(), urls: boxUrls(config), rateLimits: rateLimits(config) })
  const stopping = stopSignal()
  process.umask(0o077)
  const { dataDir, diskReserveBytes: reserveBytes } = config.worker
  const dataDirLock = await lockDataDir(dataDir, fail)
  try {
    await removeLeftScratch(dataDir)
    const store = createStore({ dataDir, reserveBytes, box })
    const janitor = startJanitor(store, logger)
    const onReady = () => {
      sweepAtStart(client, config.temporal.taskQueue, sweepInput(config.sweep)).catch((error: unknown) =>
        logger.warn({ error }, 'sweep: none was started at the start of this worker; the schedule goes on'),
      )
    }
    const parts = { config, logger, configured, box, store, payloadKeys, stopping, onReady, problems }
    await serve(parts).catch((error: unknown) => {
      // A signal ends the wait for Temporal.
      if (!stopping.aborted || !isAbort(error)) throw error
    })
    clearInterval(janitor)
  } finally {
    await closeClient()
    await dataDirLock.release()
  }
  logger.info({}, 'worker stopped')
}

type Configured = Pick<
  Dependencies,
  | 'catalogue'
  | 'client'
  | 'profile'
  | 'waivers'
  | 'parked'
  | 'queuedMs'
  | 'hasEnded'
  | 'reports'
  | 'sweep'
  | 'notices'
>

interface Parts {
  config: Config
  logger: Logger
  configured: Configured
  box: Box
  store: Store
  payloadKeys: PayloadKey[] | undefined
  stopping: AbortSignal
  onReady: () => void
  problems: OpenConfig['problems']
}

/** Connects to Temporal and takes tasks until a signal ends the process. */
async function serve(parts: Parts): Promise<void> {
  const { config, logger, configured, box, store, payloadKeys, stopping, onReady } = parts
  const { worker: settings, media } = config
  const queues = queueNames(config.temporal.taskQueue)
  const hostQueue = queues.host(await hostIdOf(settings.dataDir))
  installRuntime({ logger, metricsAddress: settings.metricsAddress })
  const temporal = new TemporalLink({ mainQueue: queues.main, stopping, log: logger })
  const isCpuBusy = createCpuMeter()
  const countWaiting = () => temporal.countWaiting(hostQueue)
  const gate = openGate(parts, { isCpuBusy, countWaiting })
  const workers = new Map<string, Worker>()
  const scheduled = createScheduledMetrics()
  const health = await startHealthPage({
    host: settings.healthHost,
    port: settings.healthPort,
    metrics: Registry.merge([intakeMetrics(store, gate), scheduled.registry]),
    health: () => healthOf(settings, workers, temporal, gate),
    configProblems: parts.problems,
  })
  const activities = createActivities({
    ...{ box, store, hostQueue, logger, counts: scheduled.counts, ...configured },
    media: probing(media),
    accessPatienceMs: config.box.accessPatienceMs,
    pollersSeenAt: (queue) => temporal.pollersSeenAt(queue),
  })
  const options = workersOptions({
    // First, so that a wrong setting ends the process before it waits for Temporal.
    deployment: deploymentOptions(settings, queues.main),
    ...{ connection: await temporal.connect(), namespace: temporal.namespace, queues, hostQueue, activities },
    intake: createSlotSupplier({ gate, maxDownloads: downloadsAtOnce }),
    dataConverter: dataConverterFor(payloadKeys),
    settings,
    isCpuBusy,
  })
  for (const each of Object.values(options)) workers.set(each.taskQueue, await temporal.createWorker(each))
  const running = [...workers.values()].map((worker) => worker.run())
  const problem = await temporal.problem()
  if (problem !== undefined) logger.error({ problem }, 'workflow tasks fail until Temporal is ready')
  const { namespace } = temporal
  const { dataDir, buildId } = settings
  const about = { healthUrl: health.url, hostQueue, namespace, queues: [...workers.keys()], dataDir, buildId }
  logger.info(about, 'worker ready')
  announceReady((error) => logger.warn({ error }, 'systemd was not told that the worker is ready'))
  onReady()
  await Promise.all(running)
  health.stop()
  await temporal.close()
}

function openGate(
  { config: { worker }, store, logger }: Parts,
  host: Pick<IntakeOptions, 'isCpuBusy' | 'countWaiting'>,
): IntakeGate {
  return new IntakeGate({
    ...{ store, ...host },
    maxUnfinished: worker.maxUnfinishedAssets,
    enoughWhenBusy: worker.ffmpegSlots + 1,
    onChange: (closedFor) =>
      logger.info({}, closedFor === undefined ? 'intake is open again' : `intake is closed: ${closedFor}`),
  })
}

function probing(limits: Config['media']) {
  const { searchPath, c2paTrustFile } = limits
  return { detectType, probe, probeVersion: () => probeVersion(searchPath, c2paTrustFile), limits }
}

async function healthOf(
  { buildId: id, isVersioned }: Config['worker'],
  workers: Map<string, Worker>,
  temporal: TemporalLink,
  gate: IntakeGate,
): Promise<Health> {
  const problem = await temporal.problem()
  const build = isVersioned ? { id, current: await temporal.currentBuild() } : { id }
  return {
    workers: Object.fromEntries([...workers].map(([queue, worker]) => [queue, worker.getState()])),
    missing: problem === undefined ? [] : [problem],
    intake: gate.closedFor ?? 'open',
    ...(id === '' ? {} : { build }),
  }
}

function questionsAboutRuns(client: Client): Pick<Dependencies, 'parked' | 'hasEnded' | 'queuedMs'> {
  return {
    parked: createParkedRuns(client),
    hasEnded: (upload) => hasEnded(client, upload),
    queuedMs: (workflowId, step) => queuedMs(client, workflowId, step),
  }
}

function rateLimits({ box }: Config) {
  return { callsPerMinute: box.maxCallsPerMinute, uploadsPerMinute: box.maxUploadsPerMinute }
}

function boxUrls({ box }: Config) {
  return { api: box.apiUrl, upload: box.uploadUrl, oauth: box.oauthUrl }
}

/** Aborted by the signal that ends the process; a second one ends it at once. */
function stopSignal(): AbortSignal {
  const controller = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => controller.abort())
  return controller.signal
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError'
}

/** 3 is the exit code of a wrong configuration in all processes. */
function fail(error: unknown): never {
  const isConfiguration = error instanceof ConfigError || error instanceof UnusableConfiguration
  console.error(isConfiguration ? error.message : error)
  process.exit(isConfiguration ? 3 : 1)
}

main().then(() => process.exit(0), fail)
