import type { WorkflowHandle } from '@temporalio/client'

import type { Uploaded } from '../../sandbox/simulated-box/control-client'
import type { QcUploadInput, QcUploadResult } from '../../workflows/contract'

/** A client of the installation, with folders, a webhook and an entry in `clients.yaml` of its own. */
export interface TestClient {
  id: string
  incoming: string
  reports: string
  /** A person of the client. */
  userId: string
  webhookId: string
  /** Into INCOMING, or a folder below it. */
  upload: (name: string, content: Buffer | { path: string }, folderId?: string) => Promise<Asset>
  uploadVersion: (
    asset: Pick<Asset, 'fileId'>,
    content: Buffer | { path: string },
    name?: string,
  ) => Promise<Asset>
}

/** One version of one file that a client's person put into Box. */
export interface Asset extends Uploaded {
  client: TestClient
  workflowId: string
  /** Of the first attempt; it may not be there yet: see `untilDelivered`. */
  run: QcRun
}

export type QcRun = WorkflowHandle<(input: QcUploadInput) => Promise<QcUploadResult>>
