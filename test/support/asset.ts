import type { WorkflowHandle } from '@temporalio/client'

import type { Uploaded } from '../../sandbox/simulated-box/control-client'
import type { QcUploadInput, QcUploadResult } from '../../workflows/contract'

/** A client of the installation, with its own folders, webhook and entry in `clients.yaml`. */
export interface TestClient {
  id: string
  incoming: string
  reports: string
  /** A person of the client. */
  userId: string
  webhookId: string
  /** Uploads to INCOMING, or to a folder below it. */
  upload: (name: string, content: Buffer | { path: string }, folderId?: string) => Promise<Asset>
  uploadVersion: (
    asset: Pick<Asset, 'fileId'>,
    content: Buffer | { path: string },
    name?: string,
  ) => Promise<Asset>
}

/** One version of one file that a person of a client uploaded to Box. */
export interface Asset extends Uploaded {
  client: TestClient
  workflowId: string
  /** The first attempt. It may not exist yet: see `untilDelivered`. */
  run: QcRun
}

export type QcRun = WorkflowHandle<(input: QcUploadInput) => Promise<QcUploadResult>>
