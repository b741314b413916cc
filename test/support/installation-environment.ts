import { randomUUID } from 'node:crypto'
import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { stringify } from 'yaml'

import type { SimulatedBox, SimulatedBoxOptions } from '../../sandbox/simulated-box/simulated-box'
import { productEnvironment } from '../../sandbox/installation/product'
import { projectDir } from '../../sandbox/installation/project-dir'
import type { Timings } from '../../workflows/contract'
import { mapSteps, steps } from '../../workflows/steps'
import { testProfiles } from './test-profiles'

export interface InstallationOptions {
  /** Workers at the start, each with its own data directory. Default: 1. */
  workers?: number
  timings?: Partial<Timings>
  box?: SimulatedBoxOptions
  /** Default: the dev server of the Jest run. */
  temporalAddress?: string
  namespace?: string
  /** More environment for gateways, workers and commands. */
  env?: Record<string, string> | ((stateDir: string) => Record<string, string>)
}

/** As an operator would write it, with only PATH from our own shell. */
export function environmentOf(
  stateDir: string,
  box: SimulatedBox,
  address: string,
  options: InstallationOptions,
): Record<string, string> {
  const profilesDir = join(stateDir, 'profiles')
  cpSync(join(projectDir, 'config/profiles'), profilesDir, { recursive: true })
  for (const [id, profile] of Object.entries(testProfiles))
    writeFileSync(join(profilesDir, `${id}.yaml`), stringify(profile))
  return {
    ...productEnvironment(stateDir, box, () => 0),
    PATH: process.env.PATH ?? '',
    TEMPORAL_ADDRESS: address,
    ...(options.namespace === undefined ? {} : { TEMPORAL_NAMESPACE: options.namespace }),
    QC_TASK_QUEUE: `e2e-${randomUUID().slice(0, 8)}`,
    QC_PROFILES_DIR: profilesDir,
    QC_TIMINGS: JSON.stringify({ ...shortTimings, ...options.timings }),
    QC_DISK_RESERVE_BYTES: String(64 << 20),
    WORKER_SHUTDOWN_GRACE_MS: '2000',
    ...(typeof options.env === 'function' ? options.env(stateDir) : options.env),
  }
}

/** Short, so that a test that waits for one of them ends soon; a parked run waits for a person only. */
const shortTimings: Timings = {
  stepTimeoutMs: mapSteps((step) => (steps[step].timeoutMs < 3_600_000 ? 40_000 : 60_000)),
  stepAttempts: mapSteps(() => 4),
  retryInitialMs: 200,
  retryMaximumMs: 1_000,
  heartbeatMs: 6_000,
  hostWaitMs: 4_000,
  parkInitialMs: 3_600_000,
  parkMaximumMs: 3_600_000,
}
