import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { Client } from '@temporalio/client'

import { ChaosInstallation } from './chaos-installation'
import { badCount, checkEvidence } from './check-evidence'
import { isOpen } from './check-runs'
import { collectEvidence } from './collect-evidence'
import { connectTemporal } from './connect-temporal'
import type { ChaosReport, Evidence } from './evidence'
import { orderFaults } from './order-faults'
import { createPerformer, type Performer } from './perform'
import { watchBacklog } from './watch-backlog'
import { type ChaosOptions, planChaos } from './plan-chaos'
import { settle } from './settle'

export interface RunOptions extends ChaosOptions {
  workers: number
  temporalAddress: string | undefined
  settleMs: number
  /** Keeps the directory with logs, data and evidence: `result.directory`. A bad run always keeps it. */
  keep: boolean
  say: (line: string) => void
}

export interface ChaosResult extends ChaosReport {
  seed: number
  actions: Record<string, number>
  /** How long each part of the run took. */
  seconds: { start: number; play: number; settle: number }
  directory: string
}

/** Plays one planned run on an installation of its own and judges what is left. */
export async function runChaos(options: RunOptions): Promise<ChaosResult> {
  const suffix = `${options.seed}-${Date.now().toString(36)}`
  const chaos = new ChaosInstallation({ ...options, suffix })
  let { keep } = options
  const stop = () => chaos.stop({ keep })
  process.once('exit', stop)
  const times = [Date.now()]
  const secondsOf = (index: number) =>
    Math.round(((times[index + 1] ?? Date.now()) - (times[index] ?? 0)) / 1_000)
  try {
    await chaos.start()
    options.say(`everything is up, logs in ${chaos.stateDir}`)
    await chaos.control.setClock({ scale: 60, deliveryTimeoutMs: 5_000 })
    await orderFaults(chaos.control, chaos.serviceAccountId, options.seed)
    times.push(Date.now())
    const { counts: actions, damaged } = await play(chaos, options)
    times.push(Date.now())
    options.say('all actions are done, waiting for the end of every run')
    const report = await judge(chaos, options, damaged)
    keep ||= badCount(report) > 0
    const seconds = { start: secondsOf(0), play: secondsOf(1), settle: secondsOf(2) }
    return { ...report, seed: options.seed, actions, seconds, directory: chaos.stateDir }
  } catch (error) {
    keep = true
    throw error
  } finally {
    process.off('exit', stop)
    stop()
  }
}

/** Actions overlap: a freeze does not hold the next upload up. */
async function play(chaos: ChaosInstallation, options: RunOptions): Promise<Performer> {
  const performer = createPerformer(chaos, options.seed)
  const startedAt = Date.now()
  const running: Promise<void>[] = []
  const backlog = watchBacklog(chaos)
  let heldMs = 0
  for (const { atMs, action } of planChaos(options)) {
    await sleep(Math.max(0, startedAt + heldMs + atMs - Date.now()))
    if (action.kind === 'upload') heldMs += await backlog.hold()
    running.push(
      performer.perform(action).catch((error: unknown) => {
        options.say(`${action.kind}: ${error instanceof Error ? error.message : String(error)}`)
      }),
    )
  }
  await Promise.all(running)
  backlog.stop()
  return performer
}

async function judge(chaos: ChaosInstallation, options: RunOptions, damaged: string[]): Promise<ChaosReport> {
  const connection = await connectTemporal(chaos.temporalAddress)
  try {
    const temporal = new Client({ connection })
    await settle(chaos, temporal, options.settleMs)
    options.say('reading Box and the histories')
    const evidence = await collectEvidence(chaos, temporal, damaged)
    const report = checkEvidence(evidence)
    if (options.keep || badCount(report) > 0) await keepEvidence(chaos, temporal, evidence)
    return report
  } finally {
    await connection.close()
  }
}

/** `evidence.json`, and for each run that did not end what Temporal says it waits for, with its history. */
async function keepEvidence(chaos: ChaosInstallation, temporal: Client, evidence: Evidence): Promise<void> {
  const openRuns = evidence.runs.filter(isOpen).map(async ({ workflowId, runId }) => {
    const handle = temporal.workflow.getHandle(workflowId, runId)
    const { raw } = await handle.describe()
    const { pendingActivities, pendingWorkflowTask } = raw
    return { workflowId, pendingActivities, pendingWorkflowTask, history: await handle.fetchHistory() }
  })
  const keep = (name: string, value: unknown) =>
    writeFileSync(join(chaos.stateDir, name), JSON.stringify(value))
  keep('evidence.json', evidence)
  keep('open-runs.json', await Promise.all(openRuns))
}
