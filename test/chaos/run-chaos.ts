import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { Client, Connection } from '@temporalio/client'

import { ChaosInstallation } from './chaos-installation'
import { checkEvidence } from './check-evidence'
import { collectEvidence } from './collect-evidence'
import type { ChaosReport } from './evidence'
import { orderFaults } from './order-faults'
import { createPerformer } from './perform'
import { type ChaosOptions, planChaos } from './plan-chaos'
import { settle } from './settle'

export interface RunOptions extends ChaosOptions {
  workers: number
  temporalAddress: string | undefined
  settleMs: number
  /** Keeps the directory with logs, data and `evidence.json`: `result.directory`. */
  keep: boolean
  say: (line: string) => void
}

export interface ChaosResult extends ChaosReport {
  seed: number
  actions: Record<string, number>
  directory: string
}

/** Plays one planned run on an installation of its own and judges what is left. */
export async function runChaos(options: RunOptions): Promise<ChaosResult> {
  const suffix = `${options.seed}-${Date.now().toString(36)}`
  const chaos = new ChaosInstallation({ ...options, suffix })
  try {
    await chaos.start()
    options.say(`everything is up, logs in ${chaos.stateDir}`)
    await chaos.control.setClock({ scale: 60, deliveryTimeoutMs: 5_000 })
    await orderFaults(chaos.control, chaos.serviceAccountId, options.seed)
    const actions = await play(chaos, options)
    options.say('all actions are done, waiting for the end of every run')
    return { ...(await judge(chaos, options)), seed: options.seed, actions, directory: chaos.stateDir }
  } finally {
    chaos.stop(options)
  }
}

/** Actions overlap: a freeze does not hold the next upload up. */
async function play(chaos: ChaosInstallation, options: RunOptions): Promise<Record<string, number>> {
  const performer = createPerformer(chaos, options.seed)
  const startedAt = Date.now()
  const running: Promise<void>[] = []
  for (const { atMs, action } of planChaos(options)) {
    await sleep(Math.max(0, startedAt + atMs - Date.now()))
    running.push(
      performer.perform(action).catch((error: unknown) => {
        options.say(`${action.kind}: ${error instanceof Error ? error.message : String(error)}`)
      }),
    )
  }
  await Promise.all(running)
  return performer.counts
}

async function judge(chaos: ChaosInstallation, options: RunOptions): Promise<ChaosReport> {
  const connection = await connect(chaos)
  try {
    const temporal = new Client({ connection })
    const clientIds = chaos.clients.map(({ id }) => id)
    await settle(chaos, temporal, clientIds, { limitMs: options.settleMs, hasSweep: options.hasSweep })
    const evidence = await collectEvidence(chaos, temporal, options.hasSweep)
    if (options.keep) writeFileSync(join(chaos.stateDir, 'evidence.json'), JSON.stringify(evidence))
    return checkEvidence(evidence)
  } finally {
    await connection.close()
  }
}

/** Temporal may have been killed a moment ago. */
async function connect({ temporalAddress: address }: ChaosInstallation): Promise<Connection> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await Connection.connect({ address, connectTimeout: 2_000 })
    } catch (error) {
      if (tries === 30) throw error
      await sleep(1_000)
    }
  }
}
