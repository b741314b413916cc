import { type ActivityOptions, workflowInfo } from '@temporalio/workflow'

const minute = 60_000
const hour = 60 * minute

/** How a scheduled workflow calls the activity of its own name. It runs on any worker. */
export function activityOptions({ summary, timeoutMs = hour, attempts = 3 }: Limits): ActivityOptions {
  return {
    activityId: workflowInfo().workflowType,
    summary,
    startToCloseTimeout: timeoutMs,
    heartbeatTimeout: minute,
    retry: { initialInterval: 10_000, maximumInterval: minute, maximumAttempts: attempts },
  }
}

interface Limits {
  /** Shown in the Web UI. */
  summary: string
  /** Longest single attempt. */
  timeoutMs?: number
  attempts?: number
}
