import type { Activities, Upload } from '../workflows/contract'
import { asActivity, type FailedAttempt } from './worker/as-activity'
import { createCleanUp } from './clean-up'
import type { Dependencies } from './asset/dependencies'
import { createDownload } from './download'
import { fileRefOf } from './asset/file-ref-of'
import { createIsHostAlive } from './is-host-alive'
import { createMarkAbandoned } from './mark-abandoned'
import { createMoveToProcessed } from './move-to-processed'
import { createPreflight } from './preflight'
import { createChecks } from './checks'
import { createUploadReport, onReportNotUploaded } from './upload-report'

export type { Dependencies } from './asset/dependencies'

/** All activities over these dependencies; `workflows/steps.ts` says which queue serves which of them. */
export function createActivities(deps: Dependencies): Activities {
  // The asset of a run that waits, parks or was cancelled must not count against the host's intake.
  const release = (_attempt: FailedAttempt, upload: Upload) => deps.store.release(fileRefOf(upload))
  return {
    download: asActivity(createDownload(deps), release),
    preflight: asActivity(createPreflight(deps), release),
    checks: asActivity(createChecks(deps), release),
    uploadReport: asActivity(createUploadReport(deps), onReportNotUploaded(deps)),
    moveToProcessed: asActivity(createMoveToProcessed(deps)),
    cleanUp: asActivity(createCleanUp(deps)),
    isHostAlive: asActivity(createIsHostAlive(deps)),
    markAbandoned: asActivity(createMarkAbandoned(deps)),
  }
}
