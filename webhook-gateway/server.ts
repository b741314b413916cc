import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import type Koa from 'koa'
import { collectDefaultMetrics } from 'prom-client'

import { announceReady } from '../config/announce-ready'
import { ConfigError } from '../config/config-error'
import { createLogger } from '../config/create-logger'
import { fail, onStopSignal } from '../config/end-process'
import { listen } from '../config/listen'
import { type Config, loadConfig } from '../config/load-config'
import { openConfig, type OpenConfig } from '../config/open-config'
import { readPayloadKeys } from '../config/read-payload-keys'
import { createGateway } from './app'
import { type ConnectedTemporal, connectTemporal } from '../runs/connect-temporal'
import { readiness } from './health'
import { limitConnections } from './limit-connections'
import type { Logger } from './logger'
import { createMetrics } from './metrics'
import type { SignatureKeys } from './signature'
import { checkWebhooksNow } from '../runs/schedules'
import { createStartUpload } from '../runs/start-upload'
import { messageOf } from '../workflows/text'
import { stopServer } from './stop-server'
import { takeUpRegularly } from './take-up-unmatched'
import { openUnmatchedUploads, type UnmatchedUploads } from './unmatched-uploads'

/** Time for requests in flight after SIGTERM: longer than any response takes. */
const stopGraceMs = 20_000
/** How soon a client that has just been configured gets its remembered uploads. */
const takeUpPauseMs = 5_000
const reportPauseMs = 5_000

/** Composition root of the gateway process. */
async function main() {
  const config = loadConfig()
  const logger = createLogger({ ...config.log, process: 'gateway' })
  const opened = openConfig(config, {
    report: ({ source, message }) =>
      logger.error({ source, problem: message }, 'configuration needs attention'),
  })
  const unmatchedUploads = await openDataDir(config.gateway)
  const temporal = connectTemporal(readPayloadKeys(config.temporal.payloadKeyFile))
  const { client } = temporal
  const { timings, gateway } = config
  const timeoutMs = gateway.startTimeoutMs
  const startUpload = createStartUpload({ client, ...config.temporal, timings, timeoutMs })
  const uploads = { startUpload, unmatchedUploads, logger }
  const { signatureKeys, incomingFolders } = opened
  const app = createGateway({
    ...gateway,
    ...uploads,
    ...createMonitoring(opened, temporal, unmatchedUploads),
    signatureKeys,
    findIncomingFolder: incomingFolders.find,
    now: () => new Date(),
    onAlert: () => {
      checkWebhooksNow(client, config.temporal.taskQueue).catch((error: unknown) =>
        logger.warn({ error }, 'Box webhook: the check of the webhooks could not be started'),
      )
    },
  })
  const server = createGatewayServer(app.callback(), gateway)
  const { host, webhookPath: path } = gateway
  const port = await listen(server, gateway, 'GATEWAY_HOST and GATEWAY_PORT')
  logger.info({ host, port, path, temporal: temporal.address }, 'Box webhook: gateway is listening')
  announceReady((error) => logger.warn({ error }, 'systemd was not told that the gateway is ready'))
  const stopTakingUp = takeUpRegularly({ ...uploads, snapshot: incomingFolders.snapshot }, takeUpPauseMs)
  warnWithoutKeys(signatureKeys(), logger)
  void reportTemporal(temporal, logger)
  onStopSignal(async (signal) => {
    logger.info({ signal }, 'Box webhook: gateway is stopping')
    stopTakingUp()
    await stopServer(server, stopGraceMs)
    await temporal.close()
    logger.info({}, 'Box webhook: gateway has stopped')
  })
}

function createMonitoring(
  { clients, problems, signatureKeys }: OpenConfig,
  { problem }: ConnectedTemporal,
  unmatchedUploads: UnmatchedUploads,
) {
  const metrics = createMetrics({
    configProblems: () => problems().length,
    unmatchedUploads: unmatchedUploads.count,
  })
  collectDefaultMetrics({ register: metrics.registry })
  const deps = {
    temporalProblem: problem,
    signatureKeys,
    countClients: () => clients().size,
    configProblems: problems,
    countUnmatchedUploads: unmatchedUploads.count,
  }
  return { metrics, readiness: () => readiness(deps) }
}

/** Logs once what is wrong with Temporal at the start, again when that changes, and when it is over. */
async function reportTemporal({ problem }: ConnectedTemporal, logger: Logger) {
  let logged: string | undefined
  for (let found = await problem(); found !== undefined; found = await problem()) {
    if (found !== logged)
      logger.error(
        { problem: found },
        'Box webhook: every delivery is refused with 503 until Temporal is ready',
      )
    logged = found
    await wait(reportPauseMs)
  }
  if (logged !== undefined) logger.info({}, 'Box webhook: Temporal is ready')
}

function warnWithoutKeys({ primary, secondary }: SignatureKeys, logger: Logger) {
  if (primary || secondary) return
  logger.error(
    {},
    'Box webhook: no signature key is loaded, every delivery ' +
      'is refused until BOX_WEBHOOK_PRIMARY_KEY[_FILE] is set',
  )
}

async function openDataDir({ dataDir }: Config['gateway']): Promise<UnmatchedUploads> {
  try {
    return await openUnmatchedUploads({ directory: join(dataDir, 'unmatched') })
  } catch (error) {
    throw new ConfigError('GATEWAY_DATA_DIR', [
      `${dataDir} cannot be used: ${messageOf(error)}, expected a directory that this user may write`,
    ])
  }
}

/** Node's limits for headers and whole requests back up ours for the body. */
function createGatewayServer(
  callback: ReturnType<Koa['callback']>,
  { bodyTimeoutMs, maxConnections }: Config['gateway'],
): Server {
  const limits = {
    headersTimeout: 10_000,
    requestTimeout: bodyTimeoutMs + 15_000,
    connectionsCheckingInterval: 1000,
    keepAliveTimeout: 60_000,
  }
  const server = createServer(limits, (request, response) => void callback(request, response))
  limitConnections(server, maxConnections)
  return server
}

main().catch(fail)
