import { condition, sleep } from '@temporalio/workflow'

import type { Wakes } from './wakes'

/**
 * A Reset makes the server forget the schedule-to-start time-out of an activity that still waits in a queue.
 * A Reset goes to a workflow task, so such a run was woken during the call: then it measures the time itself.
 */
export async function untilOverdue(waitMs: number, wakes: Wakes): Promise<void> {
  await wakes.next()
  await untilOthersRan()
  await sleep(waitMs)
}

/**
 * The workflow task that woke the run may bring the result of the call. Then this throws, before a timer is
 * started: conditions are looked at when all that the task brought has been worked on.
 */
async function untilOthersRan(): Promise<void> {
  let isRegistered = false
  const ran = condition(() => isRegistered)
  isRegistered = true
  await ran
}
