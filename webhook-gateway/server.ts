import { once } from 'node:events'
import { createServer, type Server } from 'node:http'

import type Koa from 'koa'
import pino from 'pino'
import { collectDefaultMetrics } from 'prom-client'

import { type Config, ConfigError, loadConfig } from '../config'
import { createClientDefaultsStore } from '../config/client-defaults'
import { createClientsStore } from '../config/clients'
import { createIncomingFolders } from '../config/incoming-folders'
import { createProfilesStore } from '../config/profiles'
import { createSignatureKeys } from '../config/signature-keys'
import { createGateway } from './app'
import { connectTemporal } from '../runs/connect-temporal'
import { readiness } from './health'
import type { Logger } from './logger'
import { createMetrics } from './metrics'
import { pingTemporal } from '../runs/ping-temporal'
import { createStartUpload } from '../runs/start-upload'
import { stopServer } from './stop-server'

/** How long requests in flight may take after SIGTERM: longer than any answer takes. */
const stopGraceMs = 20_000

/** Composition root of the gateway process. */
async function main() {
  const config = loadConfig()
  const logger = pino({ level: config.logLevel, base: { process: 'gateway' } })
  const { clients, folders, configFiles } = readClients(config, logger)
  const signatureKeys = createSignatureKeys(config.box.signatureKeys, (message) => logger.error({}, message))
  const metrics = createMetrics(configFiles)
  collectDefaultMetrics({ register: metrics.registry })
  const { client, address, close } = connectTemporal()
  const app = createGateway({
    ...config.gateway,
    signatureKeys,
    findIncomingFolder: folders.find,
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
        clients: () => ({ count: clients.current().size, problem: clients.problem()?.message }),
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
      'Box webhook: no signature key is loaded, every delivery is refused until BOX_WEBHOOK_PRIMARY_KEY[_FILE] is set',
    )
  onStopSignal(async (signal) => {
    logger.info({ signal }, 'Box webhook: gateway is stopping')
    await stopServer(server, stopGraceMs)
    await close()
    logger.info({}, 'Box webhook: gateway has stopped')
  })
}

function readClients({ files }: Config, logger: Logger) {
  const report = (file: string) => (error: Error) =>
    logger.error({ file, problem: error.message }, 'configuration: the last good version stays in use')
  const profiles = createProfilesStore(files.profiles, report(files.profiles))
  const profileIds = () => profiles.current().keys()
  const clients = createClientsStore(files.clients, profileIds, report(files.clients))
  const defaults = createClientDefaultsStore(files.clientDefaults, profileIds)
  const configFiles = () => ({
    [files.profiles]: profiles.problem() !== undefined,
    [files.clients]: clients.problem() !== undefined,
  })
  return { clients, folders: createIncomingFolders({ clients, profiles, defaults }), configFiles }
}

/** Node's own limits for headers and whole requests stand behind ours for the body. */
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

/** 3 is the CLI's exit code for a wrong configuration, too. */
function fail(error: unknown) {
  console.error(error instanceof ConfigError ? error.message : error)
  process.exit(error instanceof ConfigError ? 3 : 1)
}

main().catch(fail)
