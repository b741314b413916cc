import type { Client } from '@temporalio/client'

import { handlerNames, type RunStatus } from '../workflows/contract'

const lookAgainMs = 1_000
const queryMs = 3_000
/** A retried run answers before it leaves the state of a parked one in Temporal's description. */
const graceMs = 3_000

export interface Followed {
  state: string
  /** Of a parked run: what failed and what to do. */
  message?: string
  verdict?: string
  score?: number
}

/** Looks once a second until the run has ended or is parked; says each step once. */
export async function followRun(
  temporal: Client,
  workflowId: string,
  say: (message: string) => void,
): Promise<Followed> {
  const { describeRun } = await import('../runs/find-run.js')
  const started = Date.now()
  let lastStep: string | undefined
  for (;;) {
    const handle = temporal.workflow.getHandle(workflowId)
    const { state, closedAt, verdict, score } = await describeRun(temporal, workflowId)
    if (closedAt !== undefined) return { state, ...(verdict === '' ? {} : { verdict }), score }
    const status = await temporal
      .withDeadline(Date.now() + queryMs, () => handle.query<RunStatus>(handlerNames.status))
      .catch(() => undefined)
    const attention = status?.attention
    if (status?.state === 'needs_attention' && attention !== undefined)
      return { state: status.state, message: `${attention.message} ${attention.whatToDo}` }
    if (status === undefined && state === 'needs_attention' && Date.now() - started > graceMs)
      return { state }
    if (status?.step !== undefined && status.step !== lastStep) {
      lastStep = status.step
      say(lastStep)
    }
    await new Promise((resolve) => setTimeout(resolve, lookAgainMs))
  }
}
