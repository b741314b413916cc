import type { Client } from '@temporalio/client'

import { workflowType } from '../workflows/contract'
import { quoted } from './find-run'
import { listExecutions, workflowIdOf } from './list-executions'

/**
 * Workflow ids of a client's runs, without the suffix of later attempts: one page of Temporal's list for each
 * 1,000 runs. `live`: runs that are open, parked ones included. `known`: also runs that completed.
 * The list is a moment behind: a run that has just started may be missing.
 */
export async function knownRuns(
  temporal: Client,
  clientId: string,
  scope: 'live' | 'known',
): Promise<ReadonlySet<string>> {
  const statuses = scope === 'live' ? "= 'Running'" : "IN ('Running', 'Completed')"
  const query = [
    `WorkflowType='${workflowType}'`,
    `QcClient=${quoted(clientId)}`,
    `ExecutionStatus ${statuses}`,
  ].join(' AND ')
  const ids = new Set<string>()
  for await (const info of listExecutions(temporal, query, 1000)) ids.add(withoutAttempt(workflowIdOf(info)))
  return ids
}

/** `qc/<client>/<file>/<version>/2` is the second attempt of `qc/<client>/<file>/<version>`. */
function withoutAttempt(workflowId: string): string {
  return workflowId.split('/').slice(0, 4).join('/')
}
