import { createServer, type Server } from 'node:http'

import type Koa from 'koa'

import type { Box } from '../box/box'
import { createBox } from '../box/create-box'
import { readAdminUsers } from '../config/admin-users'
import { announceReady } from '../config/announce-ready'
import { createLogger } from '../config/create-logger'
import { fail, onStopSignal } from '../config/end-process'
import { listen } from '../config/listen'
import { type Config, loadConfig } from '../config/load-config'
import { oidcSettings } from '../config/oidc-settings'
import { openConfig } from '../config/open-config'
import { readPayloadKeys } from '../config/read-payload-keys'
import { examineAll } from '../diagnosis/examine-all'
import { connectTemporal } from '../runs/connect-temporal'
import { createTemporalAccess } from '../runs/temporal-access'
import { createAdminPages } from './app'
import type { Logger } from './deps'

const stopGraceMs = 10_000
/** A person waits: Box gets less time than in the worker. */
const boxTimeoutMs = 10_000

/** Composition root of the admin pages. */
async function main() {
  const config = loadConfig()
  const oidc = oidcSettings(config.pages)
  const logger = createLogger({ ...config.log, process: 'pages' })
  const opened = openConfig(config, {
    report: ({ source, message }) =>
      logger.error({ source, problem: message }, 'configuration needs attention'),
  })
  const temporal = connectTemporal(readPayloadKeys(config.temporal.payloadKeyFile))
  const box = boxAccess(config, opened.jwtConfig)
  const app = createAdminPages({
    settings: config.pages,
    runs: config,
    config: opened,
    users: () => readAdminUsers(config.pages.usersFile),
    oidc,
    temporal: createTemporalAccess(temporal.client, temporal.address),
    box,
    examine: () =>
      examineAll({
        config: () => config,
        opened: () => opened,
        box: () => Promise.resolve(box()),
        temporal: () => temporal.ensureConnected().then(() => temporal.client),
        clients: () => [...opened.clients().values()],
      }),
    logger,
    now: () => new Date(),
  })
  const server = createPagesServer(app.callback())
  const port = await listen(server, config.pages, 'PAGES_HOST and PAGES_PORT')
  const url = config.pages.publicUrl || `http://${config.pages.host}:${port}`
  logger.info({ url, temporal: temporal.address }, 'pages: listening')
  announceReady((error) => logger.warn({ error }, 'systemd was not told that the pages are ready'))
  if (oidc === undefined) warnWithoutUsers(config, logger)
  else logger.info({ issuer: oidc.issuer }, 'pages: an OpenID provider signs people in')
  onStopSignal(async (signal) => {
    logger.info({ signal }, 'pages: stopping')
    await stop(server)
    await temporal.close()
  })
}

/** Made at the first use, so that the pages start, and show settings, without Box. */
function boxAccess({ box }: Config, jwtConfig: () => string): () => Box {
  let made: Box | undefined
  const urls = { api: box.apiUrl, upload: box.uploadUrl, oauth: box.oauthUrl }
  return () => (made ??= createBox({ jwtConfig: jwtConfig(), urls, timeoutMs: boxTimeoutMs }))
}

function warnWithoutUsers({ pages }: Config, logger: Logger) {
  if (pages.trustedUserHeader !== '') return
  if (readAdminUsers(pages.usersFile).size === 0)
    logger.warn({ usersFile: pages.usersFile }, 'pages: nobody can sign in until `admin-cli users add`')
}

function createPagesServer(callback: ReturnType<Koa['callback']>): Server {
  const limits = { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 1000 }
  const server = createServer(limits, (request, response) => void callback(request, response))
  server.maxConnections = 512
  return server
}

/** Requests in flight finish; what is left after the grace time is closed. */
async function stop(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  const cut = setTimeout(() => server.closeAllConnections(), stopGraceMs)
  await closed
  clearTimeout(cut)
}

main().catch(fail)
