import { patched, sleep } from '@temporalio/workflow'

import type { QcUploadInput, QcUploadResult } from '../../workflows/contract'
import { qcUpload as thisRelease } from '../../workflows/qc-upload'

export * from '../../workflows'

/** The workflow of a later release: it has one more command at its start, behind `patched()`. */
export async function qcUpload(input: QcUploadInput): Promise<QcUploadResult> {
  if (patched('one-more-command')) await sleep(1)
  return thisRelease(input)
}

/** The same change as it must not be made. */
export async function qcUploadCareless(input: QcUploadInput): Promise<QcUploadResult> {
  await sleep(1)
  return thisRelease(input)
}
