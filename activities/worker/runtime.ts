import { DefaultLogger, makeTelemetryFilterString, Runtime } from '@temporalio/worker'
import type { Logger } from 'pino'

import { messageOf } from '../../workflows/text'
import { UnusableConfiguration } from './unusable-configuration'

export interface RuntimeOptions {
  logger: Logger
  /** Where the SDK serves its Prometheus metrics; empty for nowhere. */
  metricsAddress: string
}

const pinoLevels = { TRACE: 'trace', DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const

/**
 * Installs Temporal's runtime: once per process, before the first connection. The workflows' log lines go to
 * `logger` too.
 */
export function installRuntime({ logger, metricsAddress }: RuntimeOptions): void {
  const write = new DefaultLogger('TRACE', ({ level, message, meta }) => {
    // Two of our three workers have no workflows by design.
    logger[message.startsWith('No workflows registered') ? 'debug' : pinoLevels[level]](meta ?? {}, message)
  })
  const core = logger.level === 'trace' ? 'DEBUG' : 'WARN'
  const metrics = metricsAddress === '' ? undefined : { prometheus: { bindAddress: metricsAddress } }
  const logging = { forward: {}, filter: makeTelemetryFilterString({ core, other: 'ERROR' }) }
  try {
    Runtime.install({ logger: write, telemetryOptions: { logging, metrics } })
  } catch (error) {
    if (metrics === undefined) throw error
    throw new UnusableConfiguration(
      `WORKER_METRICS_ADDRESS: ${metricsAddress} cannot be used: ${messageOf(error)}`,
    )
  }
}
