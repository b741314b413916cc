import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { BoxAddresses } from './box-server'
import type { PortOf } from './ports'
import { distDir } from './project-dir'
import type { PartOptions } from './supervised-part'
import { untilHealthy } from './until-answers'

/** What the product's processes and commands get as their environment, and nothing else but PATH. */
export type ProductEnvironment = Record<string, string>

export const webhookPath = '/box/webhook'
/**
 * Ctrl-C should not wait for a long video: Temporal keeps the state, and the next start continues there.
 */
const workerGraceMs = 3_000
/** A demo must run on a laptop whose disk is nearly full, too. */
const diskReserveBytes = 512 * 2 ** 20
/** These variables of our shell reach the product: to try other timings, and to log more. */
const passedOn = ['PATH', 'LOG_LEVEL', 'QC_TIMINGS', 'QC_PROFILES_DIR']

/** As an operator would write it, pointing at the simulated Box and the dev server. */
export function productEnvironment(stateDir: string, box: BoxAddresses, portOf: PortOf): ProductEnvironment {
  return {
    BOX_JWT_CONFIG_FILE: box.jwtConfigFile,
    BOX_API_URL: box.apiUrl,
    BOX_UPLOAD_URL: box.uploadUrl,
    BOX_OAUTH_URL: box.oauthUrl,
    // The simulated Box has no limits unless a test sets them.
    BOX_MAX_CALLS_PER_MINUTE: '1000000',
    BOX_MAX_UPLOADS_PER_MINUTE: '1000000',
    // The sample that gets stuck should show it at once, not after the minute that a real role needs.
    QC_ACCESS_PATIENCE_MS: '4000',
    BOX_WEBHOOK_PRIMARY_KEY_FILE: keyFile(stateDir, 'primary', box.primaryKey),
    BOX_WEBHOOK_SECONDARY_KEY_FILE: keyFile(stateDir, 'secondary', box.secondaryKey),
    TEMPORAL_ADDRESS: `127.0.0.1:${portOf('temporal')}`,
    QC_TEMPORAL_UI_URL: `http://127.0.0.1:${portOf('web-ui')}`,
    QC_CLIENTS_FILE: join(stateDir, 'clients.yaml'),
    QC_CLIENT_DEFAULTS_FILE: join(stateDir, 'client_defaults.json'),
    PAGES_USERS_FILE: join(stateDir, 'admin_users.json'),
    GATEWAY_DATA_DIR: join(stateDir, 'gateway-data'),
    HOME: stateDir,
  }
}

/** What a server's environment file has beyond that: commands find the gateway and the first worker. */
export function commandEnvironment(
  environment: ProductEnvironment,
  stateDir: string,
  { portOf, workers }: { portOf: PortOf; workers: number },
): ProductEnvironment {
  return {
    ...environment,
    GATEWAY_PORT: String(portOf('gateway')),
    WORKER_HEALTH_PORT: String(portOf('worker-1-health')),
    QC_DATA_DIR: join(stateDir, 'data-1'),
    QC_DISK_RESERVE_BYTES: String(diskReserveBytes),
    // What Box allows, divided by the workers.
    BOX_MAX_CALLS_PER_MINUTE: String(Math.floor(1000 / workers)),
    BOX_MAX_UPLOADS_PER_MINUTE: String(Math.floor(240 / workers)),
  }
}

/** For `node --env-file`, so that a person can type admin commands against this installation. */
export function writeEnvironmentFile(file: string, environment: ProductEnvironment): void {
  const { HOME: _, ...settings } = environment
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${JSON.stringify(value)}\n`)
  writeFileSync(file, lines.join(''), { mode: 0o600 })
}

export function gateway(environment: ProductEnvironment, portOf: PortOf): Omit<PartOptions, 'logFile'> {
  const port = portOf('gateway')
  return {
    name: 'gateway',
    command: process.execPath,
    args: [join(distDir, 'webhook-gateway', 'server.js')],
    env: { ...fromShell(), ...environment, GATEWAY_PORT: String(port), GATEWAY_WEBHOOK_PATH: webhookPath },
    untilReady: untilHealthy(`http://127.0.0.1:${port}/readyz`),
    stopGraceMs: 5_000,
  }
}

export function adminPages(environment: ProductEnvironment, portOf: PortOf): Omit<PartOptions, 'logFile'> {
  const port = portOf('pages')
  return {
    name: 'pages',
    command: process.execPath,
    args: [join(distDir, 'admin-pages', 'server.js')],
    env: { ...fromShell(), ...environment, PAGES_PORT: String(port) },
    untilReady: untilHealthy(`http://127.0.0.1:${port}/healthz`),
    stopGraceMs: 5_000,
  }
}

/** `number` counts from 1; each worker has its own data directory, as on its own host. */
export function worker(
  environment: ProductEnvironment,
  stateDir: string,
  portOf: PortOf,
  number: number,
): Omit<PartOptions, 'logFile'> {
  const healthPort = portOf(`worker-${number}-health`)
  return {
    name: `worker-${number}`,
    command: process.execPath,
    args: [join(distDir, 'activities', 'worker', 'main.js')],
    env: {
      ...fromShell(),
      ...environment,
      QC_DATA_DIR: join(stateDir, `data-${number}`),
      WORKER_HEALTH_PORT: String(healthPort),
      WORKER_METRICS_ADDRESS: `127.0.0.1:${portOf(`worker-${number}-metrics`)}`,
      WORKER_SHUTDOWN_GRACE_MS: String(workerGraceMs),
      QC_DISK_RESERVE_BYTES: String(diskReserveBytes),
    },
    untilReady: untilHealthy(`http://127.0.0.1:${healthPort}/readyz`),
    stopGraceMs: workerGraceMs + 5_000,
  }
}

/**
 * Runs one of the product's own admin commands and returns what it printed; throws with its message when it
 * fails.
 */
export function adminCli(
  environment: ProductEnvironment,
  words: string[],
  signal: AbortSignal,
): Promise<string> {
  const file = join(distDir, 'admin-cli', 'main.js')
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [file, ...words],
      { env: { ...fromShell(), ...environment }, signal },
      (error, stdout, stderr) => {
        if (error === null) resolve(stdout)
        else
          reject(
            new Error(`admin-cli ${words.join(' ')} failed: ${stderr || stdout || error.message}`, {
              cause: error,
            }),
          )
      },
    )
  })
}

function fromShell(): ProductEnvironment {
  return Object.fromEntries(
    passedOn.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])),
  )
}

function keyFile(stateDir: string, name: string, key: string): string {
  const file = join(stateDir, `${name}-signature-key`)
  writeFileSync(file, key, { mode: 0o600 })
  return file
}
