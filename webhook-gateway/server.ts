import { once } from 'node:events'
import { createServer, type Server } from 'node:http'

import type Koa from 'koa'
import pino from 'pino'
import { collectDefaultMetrics } from 'prom-client'

import { ConfigError } from '../config/config-error'
import { type Config, loadConfig } from '../config/load-config'
import { openConfig } from '../config/open-config'
import { createGateway } from './app'
import { connectTemporal } from '../runs/connect-temporal'
import { readiness } from './health'
import { createMetrics } from './metrics'
import { pingTemporal } from '../runs/ping-temporal'
import { createStartUpload } from '../runs/start-upload'
import { stopServer } from './stop-server'

/** Time for requests in flight after SIGTERM: longer than any response takes. */
const stopGraceMs = 20_000

/** Composition root of the gateway process. */
async function main() {
  const config = loadConfig()
  const logger = pino({ level: config.logLevel, base: { process: 'gateway' } })
  const { clients, incomingFolders, signatureKeys, problems } = openConfig(config, {
    report: ({ source, message }) =>
      logger.error({ source, problem: message }, 'configuration needs attention'),
  })
  const metrics = createMetrics(() => problems().length)
  collectDefaultMetrics({ register: metrics.registry })
  const { client, address, close } = connectTemporal()
  const app = createGateway({
    ...config.gateway,
    signatureKeys,
    findIncomingFolder: incomingFolders.find,
    startUpload: createStartUpload({
      client,
      ...config.temporal,
      timings: config.timings,
      timeoutMs: config.gateway.startTimeoutMs,
    }),
    readiness: () =>
      readiness({
        pingTemporal: () => pingTemporal(client),
        signatureKeys,
        countClients: () => clients().size,
        configProblems: problems,
      }),
    metrics,
    logger,
    now: () => new Date(),
  })
  const server = await listen(app.callback(), config.gateway)
  const { port } = addressOf(server)
  logger.info(
    { host: config.gateway.host, port, path: config.gateway.webhookPath, temporal: address },
    'Box webhook: gateway is listening',
  )
  const { primary, secondary } = signatureKeys()
  if (!primary && !secondary)
    logger.error(
      {},
      'Box webhook: no signature key is loaded, every delivery ' +
        'is refused until BOX_WEBHOOK_PRIMARY_KEY[_FILE] is set',
    )
  onStopSignal(async (signal) => {
    logger.info({ signal }, 'Box webhook: gateway is stopping')
    await stopServer(server, stopGraceMs)
    await close()
    logger.info({}, 'Box webhook: gateway has stopped')
  })
}

/** Node's limits for headers and whole requests back up ours for the body. */
async function listen(
  callback: ReturnType<Koa['callback']>,
  { host, port, bodyTimeoutMs }: Config['gateway'],
): Promise<Server> {
  const limits = {
    headersTimeout: 10_000,
    requestTimeout: bodyTimeoutMs + 15_000,
    connectionsCheckingInterval: 1000,
    keepAliveTimeout: 60_000,
  }
  const server = createServer(limits, (request, response) => void callback(request, response)).listen(
    port,
    host,
  )
  await once(server, 'listening')
  return server
}

function addressOf(server: Server): { port: number } {
  const address = server.address()
  if (address === null || typeof address === 'string')
    throw new Error(`expected a TCP address, got ${String(address)}`)
  return address
}

function onStopSignal(stop: (signal: string) => Promise<void>) {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      stop(signal).then(() => process.exit(0), fail)
    })
  }
}

/** 3 is the exit code of a wrong configuration in all our processes. */
function fail(error: unknown) {
  console.error(error instanceof ConfigError ? error.message : error)
  process.exit(error instanceof ConfigError ? 3 : 1)
}

main().catch(fail)
