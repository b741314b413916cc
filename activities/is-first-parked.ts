import type { SharedCause } from '../workflows/contract'
import type { Dependencies } from './asset/dependencies'
import type { Activity } from './worker/as-activity'

/** One run tries for all that a cause parked, so that hundreds do not ask Box for the same refusal. */
export function createIsFirstParked({ parked }: Dependencies): Activity<[SharedCause], boolean> {
  return async ({ workflowId }, cause) => {
    const first = await parked.first(cause)
    return first === undefined || first === workflowId
  }
}
