import { WorkflowNotFoundError } from '@temporalio/client'

import type { RunState } from '../../workflows/contract'
import type { QcRun } from './asset'

/**
 * Polls until the list of runs shows this state, since no event announces it; the run may not have been
 * started yet. Returns the run's search attributes by name.
 */
export async function untilState(
  run: QcRun,
  state: RunState,
  timeoutMs: number,
): Promise<Record<string, unknown>> {
  for (const deadline = Date.now() + timeoutMs; ;) {
    const attributes = await attributesOf(run)
    if (attributes.QcState === state) return attributes
    if (Date.now() > deadline)
      throw new Error(`expected ${run.workflowId} to be ${state}, it is ${JSON.stringify(attributes)}`)
    await pause()
  }
}

/** Polls until Temporal knows the run: for a run that another run or a later event starts. */
export async function untilStarted(run: QcRun, timeoutMs: number): Promise<void> {
  for (const deadline = Date.now() + timeoutMs; ;) {
    const isThere = await run.describe().then(
      () => true,
      () => false,
    )
    if (isThere) return
    if (Date.now() > deadline) throw new Error(`${run.workflowId} was not started within ${timeoutMs} ms`)
    await pause()
  }
}

/** Waits for a line of a log: a process may write it a moment after the event that it logs. */
export async function untilLogged(log: () => string, line: string, timeoutMs = 10_000): Promise<void> {
  for (const deadline = Date.now() + timeoutMs; !log().includes(line);) {
    if (Date.now() > deadline)
      throw new Error(`expected "${line}" in the log within ${timeoutMs} ms, it has:\n${log().slice(-6_000)}`)
    await pause()
  }
}

async function attributesOf(run: QcRun): Promise<Record<string, unknown>> {
  const description = await run.describe().catch((error: unknown) => {
    if (error instanceof WorkflowNotFoundError) return undefined
    throw error
  })
  if (!description) return {}
  const { typedSearchAttributes } = description
  return Object.fromEntries(typedSearchAttributes.getAll().map(({ key, value }) => [key.name, value]))
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 50))
}
