import { type Client, WorkflowNotFoundError } from '@temporalio/client'

import { type QcUploadInput, type QcUploadResult, type Upload, workflowIdFor } from '../workflows/contract'

/**
 * True when a person abandoned or cancelled the newest run of this version and Box refused the tag that says
 * so. Without a run in Temporal, the tag alone counts.
 */
export async function isGivenUp(
  temporal: Client,
  upload: Pick<Upload, 'clientId' | 'fileId' | 'versionId'>,
): Promise<boolean> {
  const run = temporal.workflow.getHandle<(input: QcUploadInput) => Promise<QcUploadResult>>(
    workflowIdFor(upload),
  )
  try {
    const { status, typedSearchAttributes } = await run.describe()
    const state = typedSearchAttributes.getAll().find(({ key }) => key.name === 'QcState')?.value
    if (status.name !== 'COMPLETED' || (state !== 'abandoned' && state !== 'cancelled')) return false
    return (await run.result()).isUnmarked === true
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false
    throw error
  }
}
