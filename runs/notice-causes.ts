import type { Client } from '@temporalio/client'

import type { NoticeCause, NoticeKind } from '../workflows/contract'
import { lastWebhookCheck } from './last-webhook-check'
import { listRuns } from './list-runs'

const maxRuns = 1_000
/** An older check says nothing of now. */
const maxCheckAgeMs = 2 * 3_600_000
/** Files that failed longer ago are history, also where nobody was told. */
const failedWindowMs = 3_600_000

/** What people should be told of at this moment, once for each cause and client. */
export async function noticeCauses(
  temporal: Client,
  taskQueue: string,
  about: readonly NoticeKind[],
  now: Date,
): Promise<NoticeCause[]> {
  const found = await Promise.all(about.map((kind) => finders[kind](temporal, taskQueue, now)))
  const causes = new Map(found.flat().map((cause) => [JSON.stringify(cause), cause]))
  return [...causes.values()]
}

/** Where the notices about failed files begin. */
export function failedSince(now: Date): string {
  return new Date(now.getTime() - failedWindowMs).toISOString()
}

type Find = (temporal: Client, taskQueue: string, now: Date) => Promise<NoticeCause[]>

const finders: Record<NoticeKind, Find> = {
  parked: async (temporal, taskQueue) => {
    const filter = { taskQueue, state: 'needs_attention', isOpen: true }
    const { runs } = await listRuns(temporal, filter, maxRuns)
    return runs.map(({ client: clientId, step, errorType }) => ({
      kind: 'parked',
      ...{ clientId, step, errorType },
    }))
  },
  webhook: async (temporal, taskQueue, now) => {
    const problems = await openWebhookProblems(temporal, taskQueue, now)
    return problems.map(({ clientId, kind: problem }) => ({ kind: 'webhook', clientId, problem }))
  },
  failed: async (temporal, taskQueue, now) => {
    const filter = { taskQueue, state: 'done', verdict: 'fail', closedAfter: failedSince(now) }
    const { runs } = await listRuns(temporal, filter, maxRuns)
    return runs.map(({ client: clientId }) => ({ kind: 'failed', clientId }))
  },
}

/** Of the last check, unless it is old: those that were not repaired. */
export async function openWebhookProblems(temporal: Client, taskQueue: string, now: Date) {
  const last = await lastWebhookCheck(temporal, taskQueue)
  if (last?.result === undefined || now.getTime() - Date.parse(last.checkedAt) > maxCheckAgeMs) return []
  return last.result.problems.filter(({ isRepaired }) => !isRepaired)
}
