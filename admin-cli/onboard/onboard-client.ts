import type { Box } from '../../box/box'
import { webhooksByFolder } from '../../box/registered-webhooks'
import { addToClient } from '../../config/edit-client'
import type { Client } from '../../config/parse-client'
import { folderProblems, webhookProblems } from '../../diagnosis/client-problems'
import { clientNamed } from '../client-config'
import type { Context, OptionValues } from '../command'
import { itemId } from '../item-id'
import { readClientConfig } from '../read-client-config'
import { needsMove } from '../register-folders'
import { carryOut, planned } from '../register-webhook'
import { childFolder, findFolder, type FolderSearch } from './find-folder'
import { createSteps, type Step, type Steps } from './steps'
import { untilAccess } from './until-access'
import { wantedClient, type WantedClient } from './wanted-client'

export interface Onboarded {
  steps: Step[]
  /** As the files have it now; undefined in a dry run for a client that is not there yet. */
  client: Client | undefined
  /** What is left to correct, one sentence each. */
  problems: string[]
}

interface Work {
  box: Box
  steps: Steps
  address: string
  isDryRun: boolean
}

/**
 * Folders, access, entry, webhook, in this order: each step is done when it is not, so the command goes on
 * where it was broken off.
 */
export async function onboardClient(
  context: Context,
  id: string,
  address: string,
  options: OptionValues,
): Promise<Onboarded> {
  const { output, config } = context
  const isDryRun = options.dryRun === true
  const wanted = wantedClient(context.clientConfig(), id, options)
  const steps = createSteps(output, isDryRun)
  const box = await context.box()
  const linkTo = (folderId: string) => `${config().pages.boxWebUrl}/folder/${folderId}`
  const rootId = typeof options.folder === 'string' ? itemId('folder', options.folder) : undefined
  const access = { box, output, isWaiting: options.wait === true && !isDryRun, linkTo }
  if (rootId !== undefined) await untilAccess(access, 'AI-QC', rootId)

  const search = { box, steps, isDryRun, rootId, linkTo }
  const folders = await findFolders(search, wanted, (what, folderId) => untilAccess(access, what, folderId))
  const profileIds = context.clientConfig().profiles.keys()
  await writeEntry(context, { steps, isDryRun }, wanted, folders, new Set(profileIds))
  await registerAll({ box, steps, address, isDryRun }, id, folders.incoming, options.move === true)
  if (isDryRun) return { steps: steps.done, client: wanted.entry, problems: [] }

  const client = clientNamed(readClientConfig(config()), id)
  const problems = [
    ...(await folderProblems(box, [client])),
    ...webhookProblems(await webhooksByFolder(box), [client], address),
  ]
  return { steps: steps.done, client, problems }
}

interface Folders {
  /** Without those that a dry run did not create. */
  incoming: string[]
  reports: string | undefined
}

async function findFolders(
  search: FolderSearch,
  wanted: WantedClient,
  untilUsable: (what: string, folderId: string) => Promise<void>,
): Promise<Folders> {
  const incoming: string[] = []
  for (const one of wanted.incoming) {
    const folderId = await findFolder(search, 'INCOMING', one)
    if (folderId !== undefined) incoming.push(folderId)
  }
  const reports = await findFolder(search, 'REPORTS', wanted.reports)
  for (const folderId of incoming) await untilUsable('INCOMING', folderId)
  if (reports !== undefined) await untilUsable('REPORTS', reports)
  search.steps.add('access', 'none', `as ${(await search.box.me()).login}`)
  for (const folderId of incoming.length > 0 ? incoming : [undefined])
    await childFolder(search, '_PROCESSED', folderId, '_PROCESSED')
  return { incoming, reports }
}

/** A new entry, or what an entry without folders lacks. */
async function writeEntry(
  { config }: Context,
  { steps, isDryRun }: Pick<Work, 'steps' | 'isDryRun'>,
  { id, entry, fields }: WantedClient,
  { incoming: [incomingId = ''], reports = '' }: Folders,
  profileIds: ReadonlySet<string>,
): Promise<void> {
  const missing = {
    ...(entry === undefined ? fields : {}),
    ...(entry === undefined || entry.incomingFolders.length === 0 ? { box_folder_id: incomingId } : {}),
    ...(entry?.reportsFolderId === undefined ? { box_reports_folder_id: reports } : {}),
    ...(entry?.defaultProfile === undefined ? { default_profile: fields.default_profile ?? '' } : {}),
  }
  const { clients: file } = config().files
  const names = Object.keys(missing)
  if (!isDryRun && names.length > 0) await addToClient(file, id, missing, profileIds)
  const what = entry === undefined || names.length === 0 ? id : `${id}: ${names.join(', ')}`
  steps.add('clients.yaml', names.length === 0 ? 'none' : 'written', `${what} in ${file}`)
}

async function registerAll(
  { box, steps, address, isDryRun }: Work,
  clientId: string,
  incoming: string[],
  isMoveAllowed: boolean,
): Promise<void> {
  if (incoming.length === 0) steps.add('webhook', 'created', address)
  const existing = await webhooksByFolder(box)
  const plan = incoming.map((folderId) => planned(existing, { clientId, folderId, address }))
  const moved = plan.filter(({ was }) => was !== undefined && was !== address)
  if (moved.length > 0 && !isMoveAllowed) throw needsMove(moved, address)
  for (const one of plan) {
    const { action, webhookId = '' } = isDryRun ? one : await carryOut(box, one)
    const change = { CREATED: 'created', UPDATED: 'updated', SKIP: 'none' } as const
    steps.add('webhook', change[action], webhookId === '' ? address : `id=${webhookId}  ${address}`)
  }
}
