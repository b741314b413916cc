import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Client as Temporal } from '@temporalio/client'
import sharp from 'sharp'

import type { Client } from '../../config/parse-client'
import { type QcUploadResult, workflowIdFor } from '../../workflows/contract'
import type { Context } from '../command'
import { CliError } from '../exit-codes'
import { type Followed, followRun } from '../follow-run'
import { runNamed } from '../open-run'
import { readClientConfig } from '../read-client-config'

const deliveryMs = 60_000
const lookAgainMs = 500

/**
 * Uploads an image into INCOMING as the service account, follows its run, and deletes source and report when
 * the run is done. Throws `upstreamDown` when Box's delivery starts no run within a minute.
 */
export async function testUpload(
  { box, temporal, config, output, waitFor }: Context,
  { id: clientId, incomingFolders: [incoming] }: Client,
): Promise<{ workflowId: string } & Followed> {
  const folderId = incoming?.folderId ?? ''
  const extensions = readClientConfig(config()).incomingFolders.find(folderId)?.extensions ?? []
  if (!extensions.includes('png'))
    throw new CliError(
      'usage',
      `the profile of ${clientId} takes no .png, so there is no test image`,
      `Everything else is done. Upload a file of your own, then: admin-cli runs list --client ${clientId}`,
    )
  const client = await temporal()
  const connected = await box()
  const file = await connected.uploadFile(folderId, `qc-test-${Date.now()}.png`, await testImage())
  const workflowId = workflowIdFor({ clientId, fileId: file.id, versionId: file.versionId })
  output.message(`test          uploaded   ${file.name}`)
  waitFor('Box to deliver the test file')
  await untilStarted(client, workflowId)
  const followed = await followRun(client, workflowId, (step) => output.message(`test          ${step}`))
  if (followed.state !== 'done') return { workflowId, ...followed }
  const { report } = await client.workflow.getHandle<() => Promise<QcUploadResult>>(workflowId).result()
  await connected.deleteFile(file.id)
  if (report !== undefined) await connected.deleteFile(report.reportFileId)
  output.message('test          done       report and source were there, and are deleted again')
  return { workflowId, ...followed }
}

async function untilStarted(client: Temporal, workflowId: string): Promise<void> {
  const deadline = Date.now() + deliveryMs
  for (;;) {
    try {
      await runNamed(client, workflowId)
      return
    } catch (error) {
      if (!(error instanceof CliError) || error.reason !== 'notFound') throw error
    }
    if (Date.now() > deadline)
      throw new CliError(
        'upstreamDown',
        `Box delivered no event of the test file within ${deliveryMs / 1000} s`,
        'Does the address lead to the gateway? See: admin-cli doctor. The sweep finds the file in any case',
      )
    await sleep(lookAgainMs)
  }
}

/** One colour, another one for each test. */
async function testImage(): Promise<Buffer> {
  const [r, g, b] = randomBytes(3)
  const create = { width: 1600, height: 1200, channels: 3 as const, background: { r, g, b } }
  return sharp({ create }).png().toBuffer()
}
