import { proxyActivities } from '@temporalio/workflow'

import type { NoticeKind, NotifyInput } from '../notice'
import { activityOptions } from './activity-options'

export interface RaiseNoticesInput extends Pick<NotifyInput, 'groupMs' | 'quietMs' | 'channels'> {
  about: NoticeKind[]
}

export interface RaiseNoticesResult {
  /** What calls for a notice at this moment. */
  causes: number
  /** Causes that nobody had been told of. */
  raised: number
}

/** Looks for causes of notices and starts `notify` for each that has none. */
export async function raiseNotices(input: RaiseNoticesInput): Promise<RaiseNoticesResult> {
  const limits = { summary: 'Find what people should be told', timeoutMs: 5 * 60_000 }
  const activities = proxyActivities<{ raiseNotices: typeof raiseNotices }>(activityOptions(limits))
  return activities.raiseNotices(input)
}
