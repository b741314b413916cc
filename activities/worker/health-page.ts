import { createServer, type ServerResponse } from 'node:http'
import { Gauge, type Registry } from 'prom-client'

import { UnusableConfiguration } from './unusable-configuration'

export interface HealthPageOptions {
  host: string
  /** 0 takes a free one. */
  port: number
  health: () => Promise<Health>
  /** What of the newest configuration files is not in use. */
  configProblems: () => { source: string; message: string }[]
  metrics: Registry
}

export interface Health {
  /** State of each worker in Temporal's words, by task queue. */
  workers: Record<string, string>
  /** What this process waits for, each in a sentence; empty when it takes tasks. */
  missing: string[]
  /** `open`, or why this host takes no more assets for now. */
  intake: string
  /** With `QC_BUILD_ID`: this release, and with Worker Versioning the one that Temporal gives runs to. */
  build?: { id: string; current?: string }
}

/**
 * `/healthz`: 200 unless a worker has failed. `/readyz`: 200 while all workers take tasks, else 503 with what
 * is missing. `/metrics`: our own Prometheus metrics. A host that is full is still ready. So is one
 * on its last good configuration: `configuration` says what is wrong with the newest, or `ok`.
 */
export async function startHealthPage({
  host,
  port,
  ...sources
}: HealthPageOptions): Promise<{ url: string; stop: () => void }> {
  countConfigProblems(sources)
  const server = createServer((request, response) => {
    answer(request.url, response, sources).catch((error: unknown) => {
      response.writeHead(500).end(String(error))
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', ({ message }) =>
      reject(
        new UnusableConfiguration(
          `WORKER_HEALTH_HOST and WORKER_HEALTH_PORT: ${host}:${port} cannot be used: ${message}`,
        ),
      ),
    )
    server.listen(port, host, resolve)
  })
  const address = server.address()
  const boundPort = typeof address === 'object' ? address?.port : port
  return { url: `http://${host}:${boundPort}/healthz`, stop: () => void server.close() }
}

type Sources = Omit<HealthPageOptions, 'host' | 'port'>

/** The name is that of the gateway's: one alert for both. */
function countConfigProblems({ configProblems, metrics }: Sources): void {
  new Gauge({
    name: 'qc_gateway_config_problems',
    help: 'Problems in the newest configuration files: broken clients, profiles or overrides, see /readyz',
    registers: [metrics],
    collect() {
      this.set(configProblems().length)
    },
  })
}

async function answer(
  url: string | undefined,
  response: ServerResponse,
  { health, metrics, configProblems }: Sources,
): Promise<void> {
  if (url !== '/metrics') {
    const problems = configProblems().map(({ source, message }) => `${source}: ${message}`)
    const configuration = problems.length === 0 ? 'ok' : problems.join('\n')
    sendHealth(response, url, { ...(await health()), configuration })
    return
  }
  const text = await metrics.metrics()
  response.writeHead(200, { 'content-type': metrics.contentType }).end(text)
}

function sendHealth(
  response: ServerResponse,
  url: string | undefined,
  health: Health & { configuration: string },
): void {
  const states = Object.values(health.workers)
  const answers: Record<string, boolean> = {
    '/healthz': !states.includes('FAILED'),
    '/readyz': health.missing.length === 0 && states.every((state) => state === 'RUNNING'),
  }
  const isGood = answers[url ?? '']
  response.writeHead(isGood === undefined ? 404 : isGood ? 200 : 503, { 'content-type': 'application/json' })
  response.end(`${JSON.stringify({ isGood: isGood ?? false, ...health })}\n`)
}
