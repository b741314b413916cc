import { setTimeout as sleep } from 'node:timers/promises'
import type { Client as Temporal } from '@temporalio/client'

import type { Client } from '../../config/parse-client'
import { workflowIdFor } from '../../workflows/contract'
import { messageOf } from '../../workflows/text'
import type { Context } from '../command'
import { CliError } from '../exit-codes'
import { type Followed, followRun } from '../follow-run'
import { runNamed } from '../open-run'
import { readClientConfig } from '../read-client-config'
import { type Canary, canaryFor } from './canary'
import { type Canaries, canaryName, removeFinished } from './leftover-canaries'

const deliveryMs = 60_000
const lookAgainMs = 500

/**
 * Uploads a small file that the profile takes into INCOMING as the service account, follows its run, and
 * deletes source and report when the run has ended. Follows an earlier test whose run is still open instead
 * of a second upload. Throws `upstreamDown` when Box's delivery starts no run within a minute.
 */
export async function testUpload(
  context: Context,
  client: Client,
): Promise<{ workflowId: string } & Followed> {
  const { output } = context
  const { id: clientId, incomingFolders } = client
  const folderId = incomingFolders[0]?.folderId ?? ''
  const extensions = readClientConfig(context.config()).incomingFolders.find(folderId)?.extensions ?? []
  const canary = canaryFor([...extensions])
  if (canary === undefined) throw noCanary(clientId, [...extensions])
  const box = await context.box()
  const temporal = await context.temporal()
  const work = { box, client, output, isOpen: (workflowId: string) => isOpen(temporal, workflowId) }
  const [unfinished] = await removeFinished(work)
  try {
    if (unfinished !== undefined) output.message(`test          continued  ${unfinished.name}`)
    const workflowId = unfinished?.workflowId ?? (await uploaded(context, client, { folderId, canary }))
    const say = (step: string) => output.message(`test          ${step}`)
    const followed = await followRun(temporal, workflowId, say)
    output.message(`test          ${endOf(followed)}`)
    return { workflowId, ...followed }
  } finally {
    await cleanUp(work)
  }
}

async function uploaded(
  { box: openBox, temporal, output, waitFor }: Context,
  client: Client,
  { folderId, canary: { extension, make } }: { folderId: string; canary: Canary },
): Promise<string> {
  const box = await openBox()
  const file = await box.uploadFile(folderId, canaryName(extension), await make())
  output.message(`test          uploaded   ${file.name}`)
  waitFor('Box to deliver the test file')
  const workflowId = workflowIdFor({ clientId: client.id, fileId: file.id, versionId: file.versionId })
  await untilStarted(await temporal(), workflowId)
  return workflowId
}

/** Never throws, so that the error of the test itself is shown. */
async function cleanUp(work: Canaries): Promise<void> {
  const { client, output } = work
  const again = `admin-cli onboard ${client.id} --test`
  try {
    for (const { name, workflowId } of await removeFinished(work))
      output.message(
        `test          stays      ${name} in INCOMING: its run ${workflowId} is open. ` +
          `When it has ended, remove it: ${again}`,
      )
  } catch (error) {
    output.message(
      `test          stays      files named qc-test-… in INCOMING, _PROCESSED or REPORTS may be left: ` +
        `${messageOf(error)}. Remove them: ${again}`,
    )
  }
}

async function untilStarted(client: Temporal, workflowId: string): Promise<void> {
  const deadline = Date.now() + deliveryMs
  while ((await isOpen(client, workflowId)) === undefined) {
    if (Date.now() > deadline)
      throw new CliError(
        'upstreamDown',
        `Box delivered no event of the test file within ${deliveryMs / 1000} s`,
        'Does the address lead to the gateway? See: admin-cli doctor',
      )
    await sleep(lookAgainMs)
  }
}

/** Undefined when there is no such run. */
async function isOpen(client: Temporal, workflowId: string): Promise<boolean | undefined> {
  try {
    return (await runNamed(client, workflowId)).closedAt === undefined
  } catch (error) {
    if (error instanceof CliError && error.reason === 'notFound') return undefined
    throw error
  }
}

function noCanary(clientId: string, extensions: string[]): CliError {
  return new CliError(
    'usage',
    `--test cannot make a file for the profile of ${clientId}, which takes ${extensions.join(', ')} only`,
    `Everything else is done. Upload a file of your own, then: admin-cli runs list --client ${clientId}`,
  )
}

/** Every step has worked when the run is done: the verdict is about a file without content. */
function endOf({ state, message, verdict = 'none', score }: Followed): string {
  if (state === 'done')
    return `done       verdict ${verdict}, score ${score ?? 'none'}: of a test file, so it does not matter`
  return `ended      ${state}${message === undefined ? '' : `: ${message}`}`
}
