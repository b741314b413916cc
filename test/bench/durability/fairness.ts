import { setTimeout as wait } from 'node:timers/promises'

import { callInTurn, quantile } from './callers'
import type { Figures } from './figures'
import { closed, type Installed, uploadSmall, withInstallation } from './installed'
import { stepTimes } from './step-times'

const alone = 5

/** One upload of a client behind so many of another client, from delivery to close, over its time alone. */
export function benchFairness(folder: string, uploads: number): Promise<Figures> {
  return withInstallation(folder, async (installed) => {
    const timesAlone: number[] = []
    for (let number = 0; number < alone + 1; number += 1) timesAlone.push(await timeOf(installed, number))
    // The first one starts children and connections.
    const aloneMs = quantile(timesAlone.slice(1), 0.5)
    await enqueue(installed, uploads)
    // A worker that stood still takes seconds to work again: that is not the other client's doing.
    while ((await countClosed(installed)) === 0) await wait(200)
    const workflowId = await uploadSmall(installed, 'initech', alone + 1)
    const { fromMs, toMs } = await closed(installed, workflowId)
    const behindMs = toMs - fromMs
    const closedMeanwhile = await countClosed(installed)
    const waits = await stepTimes(installed, [workflowId])
    return {
      ratio: behindMs / aloneMs,
      notes: { uploadsAhead: uploads, closedMeanwhile, aloneMs, behindMs, ...waits },
    }
  })
}

async function timeOf(installed: Installed, number: number): Promise<number> {
  const { fromMs, toMs } = await closed(installed, await uploadSmall(installed, 'initech', number))
  return toMs - fromMs
}

/** The worker is stopped meanwhile, so that all of them are ahead. */
async function enqueue(installed: Installed, uploads: number): Promise<void> {
  const { temporal, running } = installed
  const workers = running.description.pids.workers
  for (const pid of workers) process.kill(pid, 'SIGSTOP')
  try {
    await callInTurn(uploads, 16, (index) => uploadSmall(installed, 'acme', 1_000 + index))
    while ((await temporal.workflow.count(`QcClient = 'acme'`)).count < uploads) await wait(200)
  } finally {
    for (const pid of workers) process.kill(pid, 'SIGCONT')
  }
}

async function countClosed({ temporal }: Installed): Promise<number> {
  return (await temporal.workflow.count(`QcClient = 'acme' AND ExecutionStatus = 'Completed'`)).count
}
