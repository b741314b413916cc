import type { Activities, Upload } from '../workflows/contract'
import { asActivity, type FailedAttempt } from './worker/as-activity'
import { createCleanUp } from './clean-up'
import type { Dependencies } from './asset/dependencies'
import { createDownload } from './download'
import { fileRefOf } from './asset/file-ref'
import { createIsHostAlive } from './is-host-alive'
import { createMarkAbandoned } from './mark-abandoned'
import { createMoveToProcessed } from './move-to-processed'
import { createPreflight } from './preflight'
import { createRunChecks } from './checks'
import { createUploadReport, reportNotFiled } from './upload-report'

export type { Dependencies } from './asset/dependencies'

/** All activities over these dependencies; `workflows/steps.ts` says which queue serves which of them. */
export function createActivities(deps: Dependencies): Activities {
  // A run that waits, parks or was cancelled must not keep its host from taking in others; the next attempt
  // counts again.
  const release = (_attempt: FailedAttempt, upload: Upload) => deps.store.release(fileRefOf(upload))
  return {
    download: asActivity(createDownload(deps), release),
    preflight: asActivity(createPreflight(deps), release),
    checks: asActivity(createRunChecks(deps), release),
    uploadReport: asActivity(createUploadReport(deps), reportNotFiled(deps)),
    moveToProcessed: asActivity(createMoveToProcessed(deps)),
    cleanUp: asActivity(createCleanUp(deps)),
    isHostAlive: asActivity(createIsHostAlive(deps)),
    markAbandoned: asActivity(createMarkAbandoned(deps)),
  }
}
