import type { SharedCause } from '../workflows/contract'
import type { Dependencies } from './asset/dependencies'
import type { Activity } from './worker/as-activity'

/** The run that calls it got through, so the others need not wait for their timers. */
export function createWakeParked({ parked, logger }: Dependencies): Activity<[SharedCause], number> {
  return async ({ workflowId }, cause) => {
    const woken = await parked.wake(cause, workflowId)
    if (woken > 0) logger.info({ ...cause, woken }, `${cause.errorType} is over: ${woken} runs try again`)
    return woken
  }
}
