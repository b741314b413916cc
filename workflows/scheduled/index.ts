/**
 * The work that runs on a schedule, beside the uploads. Each workflow calls the activity of its own name, and
 * passes on its input and its result. `activities/index.ts` and `runs/schedules.ts` do not compile without an
 * entry for each.
 */
export { sweepIncoming } from './sweep-incoming'
export { checkWebhooks } from './check-webhooks'
export { pruneReports } from './prune-reports'
export { raiseNotices } from './raise-notices'
