import { continueAsNew, proxyActivities, sleep, workflowInfo } from '@temporalio/workflow'

import type { Chores, SweepInput, SweepResult } from './chores'
import { choreOptions } from './steps'

/**
 * One round, or with `repeatEveryMs` as many rounds as it takes to start all that waits. A round that fails
 * leaves nothing behind: the next one finds the same files.
 */
export async function sweepIncoming(input: SweepInput): Promise<SweepResult> {
  const { sweepIncoming: sweep } = proxyActivities<Chores>(choreOptions('sweepIncoming'))
  for (;;) {
    const result = await sweep(input)
    if (input.repeatEveryMs === undefined || input.isDryRun || result.waiting === 0) return result
    await sleep(input.repeatEveryMs)
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof sweepIncoming>(input)
  }
}
