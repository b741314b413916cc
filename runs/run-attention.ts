import type { Client } from '@temporalio/client'

import { type Attention, handlerNames, type RunStatus } from '../workflows/contract'

/** What a parked run waits for, as its worker says it; undefined when no worker answers in time. */
export async function runAttention(
  temporal: Client,
  workflowId: string,
  timeoutMs = 2_000,
): Promise<Attention | undefined> {
  try {
    const handle = temporal.workflow.getHandle(workflowId)
    const status = await temporal.withDeadline(Date.now() + timeoutMs, () =>
      handle.query<RunStatus>(handlerNames.status),
    )
    return status.attention
  } catch {
    return undefined
  }
}
