import { makeContinueAsNewFunc, workflowInfo } from '@temporalio/workflow'

import type { Carried, QcUploadInput, QcUploadResult, Upload } from './contract'
import { startOptionsFor } from './start-options'

/** Goes on under the same workflow id with a fresh history. Never returns. */
export async function continueRun(input: QcUploadInput, upload: Upload, carried: Carried): Promise<never> {
  const { memo, typedSearchAttributes } = startOptionsFor(upload, { hideFileNames: hidesFileNames() })
  // A run that continues the same upload keeps what it shows.
  const shown = upload === input.upload ? {} : { memo, typedSearchAttributes }
  return makeContinueAsNewFunc<(input: QcUploadInput) => Promise<QcUploadResult>>(shown)({
    upload,
    timings: input.timings,
    carried,
  })
}

/** Whoever started the run decided it. */
export function hidesFileNames(): boolean {
  return workflowInfo().typedSearchAttributes.get({ name: 'QcFile', type: 'KEYWORD' }) === undefined
}
