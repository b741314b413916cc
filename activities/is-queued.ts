import type { Step } from '../workflows/contract'
import type { Dependencies } from './asset/dependencies'
import type { Activity } from './worker/as-activity'

/** Only Temporal knows whether a worker has taken a step, or its task waits or got lost. */
export function createIsQueued({ queuedMs }: Dependencies): Activity<[Step, number], boolean> {
  return async ({ workflowId }, step, forMs) => ((await queuedMs(workflowId, step)) ?? 0) >= forMs
}
