import { setTimeout as sleep } from 'node:timers/promises'

import type { Box } from '../../box/box'
import { webhooksByFolder } from '../../box/registered-webhooks'
import { removeFromClient } from '../../config/edit-client'
import type { Client } from '../../config/parse-client'
import type { RunSummary } from '../../runs/find-run'
import { listRuns } from '../../runs/list-runs'
import { plural } from '../../workflows/text'
import { clientNamed } from '../client-config'
import type { Context, OptionValues } from '../command'
import { confirmed } from '../confirm'
import { CliError } from '../exit-codes'
import { createSteps, type Step } from './steps'

export interface Offboarded {
  steps: Step[]
  /** Runs that are still open. */
  openRuns: Pick<RunSummary, 'workflowId' | 'file' | 'state'>[]
  client: Client
}

const maxRuns = 1000
const lookAgainMs = 2_000

/**
 * Webhook first, then the entry: no new upload is taken. Open runs need the rest of the entry: without
 * `--wait` they are a conflict, and with it the rest is removed after they have ended. Safe to repeat.
 */
export async function offboardClient(
  context: Context,
  id: string,
  { dryRun, yes, wait, remove }: OptionValues,
): Promise<Offboarded> {
  const { clientConfig, config, output } = context
  const client = clientNamed(clientConfig(), id)
  const box = await context.box()
  const webhooks = await webhooksOf(box, client)
  const openRuns = async () =>
    (await listRuns(await context.temporal(), { client: id, isOpen: true }, maxRuns)).runs
  const before = await openRuns()
  const isDryRun = dryRun === true
  if (before.length > 0 && wait !== true && !isDryRun) throw stillOpen(id, before)

  const file = config().files.clients
  const isRemoved = remove === true
  if (isRemoved && clientConfig().clients.size === 1) throw lastClient(id, file)
  if (!isDryRun && (webhooks.length > 0 || isRemoved || client.incomingFolders.length > 0))
    await confirmed(context, `Stop the processing of uploads of ${id}?`, yes === true)
  const steps = createSteps(output, isDryRun)
  for (const { id: webhookId, address } of webhooks) {
    if (!isDryRun) await box.webhooks.delete(webhookId)
    steps.add('webhook', 'removed', `id=${webhookId}  ${address}`)
  }
  if (webhooks.length === 0) steps.add('webhook', 'none', 'there is none')
  if (client.incomingFolders.length === 0) steps.add('clients.yaml', 'none', `${id} has no box_folder_id`)
  else {
    if (!isDryRun) await removeFromClient(file, id, ['box_folder_id'])
    steps.add('clients.yaml', 'removed', `${id}: box_folder_id in ${file}`)
  }
  const left = isDryRun ? before : await untilOnlyParked(openRuns, output.message)
  if (isRemoved && left.length === 0) await removeEntry(context, client, { isDryRun, steps, file })
  return {
    steps: steps.done,
    openRuns: left.map(({ workflowId, file: name, state }) => ({ workflowId, file: name, state })),
    client,
  }
}

async function webhooksOf(box: Box, { incomingFolders }: Client) {
  const byFolder = await webhooksByFolder(box)
  return incomingFolders.flatMap(({ folderId }) => byFolder.get(folderId) ?? [])
}

/** What was in flight ends by itself; a parked run waits for a person. */
async function untilOnlyParked(
  openRuns: () => Promise<RunSummary[]>,
  say: (text: string) => void,
): Promise<RunSummary[]> {
  let said = 0
  for (;;) {
    const open = await openRuns()
    const running = open.filter(({ state }) => state !== 'needs_attention')
    if (running.length === 0) return open
    if (running.length !== said) say(`Waiting for ${plural(running.length, 'run')} at work …`)
    said = running.length
    await sleep(lookAgainMs)
  }
}

async function removeEntry(
  { clientConfig, user }: Context,
  client: Client,
  { isDryRun, steps, file }: { isDryRun: boolean; steps: ReturnType<typeof createSteps>; file: string },
): Promise<void> {
  const { defaults } = clientConfig()
  if (!isDryRun) {
    await defaults.revert(client, user)
    await removeFromClient(file, client.id, 'all')
  }
  steps.add('clients.yaml', 'removed', `${client.id} in ${file}`)
}

function stillOpen(id: string, runs: RunSummary[]): CliError {
  const lines = runs.slice(0, 20).map(({ workflowId, file, state }) => `  ${state}  ${file}  ${workflowId}`)
  return new CliError(
    'conflict',
    `${id} has ${plural(runs.length, 'open run')}:\n${lines.join('\n')}`,
    'Nothing was changed. Add --wait: it stops new uploads, and waits for these runs. ' +
      'Those that need attention: admin-cli runs retry, or admin-cli runs abandon',
  )
}

/** Running processes keep their clients when a file has none: it could be half written. */
function lastClient(id: string, file: string): CliError {
  return new CliError(
    'conflict',
    `${id} is the only client of ${file}, and a file without clients is not taken over`,
    'Leave --remove out: then the entry stays, and uploads are no longer processed',
  )
}
