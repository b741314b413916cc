import { type Client, WorkflowNotFoundError } from '@temporalio/client'

import { handlerNames, type SharedCause, workflowType } from '../workflows/contract'
import { quoted } from './find-run'
import { listExecutions, workflowIdOf } from './list-executions'

/** Runs told in one go. More are left to their timers. */
const maxWoken = 5_000
const atOnce = 20

/** Questions and signals about the parked runs that share a cause. The list is a moment behind. */
export function createParkedRuns(temporal: Client) {
  const list = (cause: SharedCause, pageSize: number) =>
    listExecutions(temporal, parkedQuery(cause), pageSize)
  return {
    /** Workflow id of the one that tries for the others: the newest, which Temporal lists first. */
    first: async (cause: SharedCause): Promise<string | undefined> => {
      for await (const info of list(cause, 1)) return workflowIdOf(info)
      return undefined
    },
    /** Tells all of them but one to try again. Returns how many. */
    wake: async (cause: SharedCause, exceptId: string): Promise<number> => {
      const ids: string[] = []
      for await (const info of list(cause, 1_000)) {
        if (workflowIdOf(info) !== exceptId) ids.push(workflowIdOf(info))
        if (ids.length >= maxWoken) break
      }
      for (let index = 0; index < ids.length; index += atOnce)
        await Promise.all(ids.slice(index, index + atOnce).map((id) => wake(temporal, id)))
      return ids.length
    },
  }
}

/** A list filter: the open runs that need attention, all of them or those of a client or a cause. */
export function parkedQuery({ clientId, errorType, step }: Partial<SharedCause>): string {
  const values = { QcClient: clientId, QcErrorType: errorType, QcStep: step }
  const wanted = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${quoted(value)}`],
  )
  const parked = [`WorkflowType='${workflowType}'`, `QcState='needs_attention'`, `ExecutionStatus='Running'`]
  return [...parked, ...wanted].join(' AND ')
}

/** A run that has ended meanwhile needs no signal. */
async function wake(temporal: Client, workflowId: string): Promise<void> {
  try {
    await temporal.workflow.getHandle(workflowId).signal(handlerNames.wake)
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error
  }
}
