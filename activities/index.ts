import type { Activities, NoticeActivities, Upload } from '../workflows/contract'
import type * as scheduled from '../workflows/scheduled'
import { asActivity, type FailedAttempt } from './worker/as-activity'
import { createCheckWebhooks } from './check-webhooks'
import { createCleanUp } from './clean-up'
import type { Dependencies } from './asset/dependencies'
import { createDescribeCause } from './describe-cause'
import { createDownload } from './download'
import { fileRefOf } from './asset/file-ref-of'
import { createFindSource } from './find-source'
import { createIsFirstParked } from './is-first-parked'
import { createIsQueued } from './is-queued'
import { createMarkAbandoned, onNotMarked } from './mark-abandoned'
import { createMoveToProcessed } from './move-to-processed'
import { createPreflight } from './preflight'
import { createChecks } from './checks'
import { createPruneReports } from './prune-reports'
import { createRaiseNotices } from './raise-notices'
import { createSendNotice } from './send-notice'
import { createSweepIncoming } from './sweep-incoming'
import { createUploadReport, onReportNotUploaded } from './upload-report'
import { createWakeParked } from './wake-parked'
import { createWatchHost } from './watch-host'

export type { Dependencies } from './asset/dependencies'

/**
 * All activities over these dependencies: those of an upload, whose queues are in `workflows/steps.ts`, and
 * one for each scheduled workflow.
 */
export function createActivities(deps: Dependencies): Activities & NoticeActivities & typeof scheduled {
  // A run that is parked or cancelled does not occupy its host; the next attempt does again.
  const release = (_attempt: FailedAttempt, upload: Upload) => deps.store.release(fileRefOf(upload))
  const use = usingAsset(deps)
  const analysis = { waitsForRateLimit: false }
  return {
    download: use(asActivity(createDownload(deps), release)),
    preflight: use(asActivity(createPreflight(deps), release, analysis)),
    checks: use(asActivity(createChecks(deps), release, analysis)),
    uploadReport: use(asActivity(createUploadReport(deps), onReportNotUploaded(deps))),
    moveToProcessed: asActivity(createMoveToProcessed(deps)),
    findSource: asActivity(createFindSource(deps)),
    cleanUp: asActivity(createCleanUp(deps)),
    watchHost: asActivity(createWatchHost(deps)),
    isQueued: asActivity(createIsQueued(deps)),
    isFirstParked: asActivity(createIsFirstParked(deps)),
    wakeParked: asActivity(createWakeParked(deps)),
    markAbandoned: asActivity(createMarkAbandoned(deps), onNotMarked(deps)),
    checkWebhooks: asActivity(createCheckWebhooks(deps)),
    sweepIncoming: asActivity(createSweepIncoming(deps)),
    pruneReports: asActivity(createPruneReports(deps)),
    raiseNotices: asActivity(createRaiseNotices(deps)),
    describeCause: asActivity(createDescribeCause(deps)),
    sendNotice: asActivity(createSendNotice(deps)),
  }
}

/** While an activity works on its asset, nobody removes the bytes from this host. */
function usingAsset({ store }: Dependencies) {
  return <Args extends unknown[], Result>(run: (upload: Upload, ...args: Args) => Promise<Result>) =>
    (upload: Upload, ...args: Args) =>
      store.use(fileRefOf(upload), () => run(upload, ...args))
}
