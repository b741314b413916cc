import { setTimeout as sleep } from 'node:timers/promises'

import type { Client } from '@temporalio/client'

import { handlerNames, workflowType } from '../../workflows/contract'
import type { ChaosClient } from './chaos-clients'
import type { ChaosInstallation } from './chaos-installation'

const pauseMs = 500
const retryEveryMs = 5_000
/** Sweeps in a row that find nothing: the list of runs is a moment behind. */
const quietSweeps = 2

/**
 * Ends all disturbances and waits until every delivery and every run has ended, as an operator would: parked
 * runs are retried, waits of a minute are cut short, and a sweep finds what was never delivered. Gives up
 * after `limitMs`; what is open then is left stuck.
 */
export async function settle(chaos: ChaosInstallation, temporal: Client, limitMs: number): Promise<void> {
  chaos.resumeAll()
  chaos.swapConfig()
  await restoreBox(chaos)
  const query = openRunsQuery(chaos.clients)
  const deadline = Date.now() + limitMs
  let retryAt = 0
  for (let quiet = 0; quiet < quietSweeps && Date.now() < deadline;) {
    await sleep(pauseMs)
    const open = await openRuns(temporal, query)
    const hasPending = (await chaos.control.deliveries()).some(({ state }) => state === 'pending')
    if (hasPending) await chaos.control.deliverAll()
    const isQuiet = !hasPending && open.length === 0
    if (isQuiet) quiet = (await startedBySweep(chaos)) === 0 ? quiet + 1 : 0
    else quiet = 0
    if (Date.now() < retryAt) continue
    retryAt = Date.now() + retryEveryMs
    // A server that was killed a moment ago is asked again in the next round.
    await Promise.all([retryParked(temporal, open), endBackoffs(temporal, open)]).catch(() => undefined)
  }
}

async function restoreBox({ control, clients, serviceAccountId }: ChaosInstallation): Promise<void> {
  await control.clearFaults()
  const calm = { isPaused: false, loseAll: false, loseNext: 0, duplicates: 0, reorderNext: 0, delayMs: 0 }
  await control.disturbDeliveries(calm)
  for (const { incoming, reports } of clients)
    for (const folderId of [...incoming, reports])
      await control.setRole({ folderId, userId: serviceAccountId, role: 'editor' })
}

interface OpenRun {
  workflowId: string
  isParked: boolean
}

/** Errors of a restarting server count as not quiet. */
async function openRuns(temporal: Client, query: string): Promise<OpenRun[]> {
  const open = []
  try {
    for await (const { workflowId, typedSearchAttributes } of temporal.workflow.list({ query })) {
      const states = typedSearchAttributes.getAll().filter(({ key }) => key.name === 'QcState')
      open.push({ workflowId, isParked: states.some(({ value }) => value === 'needs_attention') })
    }
    return open
  } catch {
    return [{ workflowId: 'unknown', isParked: false }]
  }
}

/** How many runs a sweep started; 1 when it could not be asked, or did not see everything. */
async function startedBySweep(chaos: ChaosInstallation): Promise<number> {
  try {
    const printed: unknown = JSON.parse(await chaos.admin('sweep', '--json'))
    const started: unknown =
      typeof printed === 'object' && printed !== null ? Reflect.get(printed, 'started') : undefined
    return typeof started === 'number' ? started : 1
  } catch {
    return 1
  }
}

async function retryParked(temporal: Client, open: OpenRun[]): Promise<void> {
  for (const { workflowId } of open.filter(({ isParked }) => isParked))
    await temporal.workflow
      .getHandle(workflowId)
      .signal(handlerNames.retry)
      .catch(() => undefined)
}

const longBackoffMs = 3_000
const maxDescribed = 100

/** Attempts that wait for their time begin now, as after `temporal activity reset`. */
async function endBackoffs(temporal: Client, open: OpenRun[]): Promise<void> {
  const soon = Date.now() + longBackoffMs
  for (const { workflowId } of open.slice(0, maxDescribed)) {
    const { raw } = await temporal.workflow.getHandle(workflowId).describe()
    for (const { activityId: id, scheduledTime, lastStartedTime } of raw.pendingActivities ?? []) {
      const isWaiting = Number(scheduledTime?.seconds ?? 0) * 1_000 > soon
      if (!isWaiting || !lastStartedTime) continue
      const execution = { workflowId }
      await temporal.workflowService.resetActivity({ namespace: temporal.options.namespace, execution, id })
    }
  }
}

/** The open runs of these clients. */
export function openRunsQuery(clients: ChaosClient[]): string {
  return `${runsQuery(clients)} AND ExecutionStatus = "Running"`
}

/** The runs of these clients. */
export function runsQuery(clients: ChaosClient[]): string {
  return `WorkflowType = "${workflowType}" AND QcClient IN (${clients.map(({ id }) => `"${id}"`).join(', ')})`
}
