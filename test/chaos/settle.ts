import { setTimeout as sleep } from 'node:timers/promises'

import type { Client } from '@temporalio/client'

import { handlerNames, workflowType } from '../../workflows/contract'
import type { ChaosInstallation } from './chaos-installation'

const pauseMs = 1_000
const retryEveryMs = 10_000
/** Quiet for so long: nothing is on its way any more. */
const quietMs = 4_000

/**
 * Ends all disturbances and waits until every delivery and every run has ended, as an operator would: parked
 * runs are retried. Gives up after `limitMs`; what is open then is left stuck.
 */
export async function settle(
  chaos: ChaosInstallation,
  temporal: Client,
  clientIds: string[],
  options: { limitMs: number; hasSweep: boolean },
): Promise<void> {
  chaos.resumeAll()
  await restoreBox(chaos)
  const query = openRunsQuery(clientIds)
  const deadline = Date.now() + options.limitMs
  let quietSince = Date.now()
  let retriedAt = 0
  while (Date.now() < deadline) {
    const open = await openRuns(temporal, query)
    const pending = (await chaos.control.deliveries()).filter(({ state }) => state === 'pending')
    if (open.length + pending.length > 0) quietSince = Date.now()
    else if (Date.now() - quietSince >= (options.hasSweep ? 10 * quietMs : quietMs)) return
    if (pending.length > 0) await chaos.control.deliverAll()
    if (Date.now() - retriedAt >= retryEveryMs) {
      retriedAt = Date.now()
      for (const { workflowId } of open.filter(({ isParked }) => isParked))
        await temporal.workflow
          .getHandle(workflowId)
          .signal(handlerNames.retry)
          .catch(() => undefined)
    }
    await sleep(pauseMs)
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

/**
 * Visibility is a little late, hence the quiet time above. Errors of a restarting server count as not quiet.
 */
async function openRuns(
  temporal: Client,
  query: string,
): Promise<{ workflowId: string; isParked: boolean }[]> {
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

function openRunsQuery(clientIds: string[]): string {
  return `${runsQuery(clientIds)} AND ExecutionStatus = "Running"`
}

/** The runs of these clients. */
export function runsQuery(clientIds: string[]): string {
  return `WorkflowType = "${workflowType}" AND QcClient IN (${clientIds.map((id) => `"${id}"`).join(', ')})`
}
