import type { Box, BoxFolder, BoxItem, BoxWebhook } from '../box/box'
import { isBoxError } from '../box/box-error'
import { webhookDifference } from '../box/registered-webhooks'
import type { ClientDefaultsStore } from '../config/client-defaults'
import type { Client } from '../config/parse-client'
import { catalogue } from '../quality-control/checks/catalogue'
import { profileProblems } from '../quality-control/plan-checks'
import type { Profile } from '../quality-control/profile'

/** Clients, profiles and overrides as they are now. */
export interface ClientFiles {
  clients: ReadonlyMap<string, Client>
  profiles: ReadonlyMap<string, Profile>
  defaults: ClientDefaultsStore
}

interface Location {
  client: Client
  role: 'INCOMING' | 'REPORTS'
  folderId: string
  folder?: BoxFolder
}

/** Checks and settings that no catalogue has, and overrides that no profile has. */
export function configProblems({ profiles, clients, defaults }: ClientFiles): string[] {
  // A broken file of overrides is one problem, not one of each client.
  const broken = defaults.problem()
  const overrides = [...clients.values()].flatMap((client) => {
    const { problem } = defaults.effective(client)
    return problem === undefined ? [] : [`${client.id}: ${problem}`]
  })
  return [
    ...[...profiles.values()].flatMap((profile) => profileProblems(profile, catalogue())),
    ...(broken === undefined ? overrides : [broken]),
  ]
}

/** Each folder readable and writable, and none inside another one. One sentence with the remedy each. */
export async function folderProblems(box: Pick<Box, 'getFolder'>, clients: Client[]): Promise<string[]> {
  const locations: Location[] = clients.flatMap((client) => [
    ...client.incomingFolders.map(({ folderId }): Location => ({ client, role: 'INCOMING', folderId })),
    ...(client.reportsFolderId === undefined
      ? []
      : [{ client, role: 'REPORTS' as const, folderId: client.reportsFolderId }]),
  ])
  const problems: string[] = []
  for (const location of locations) {
    const { folder, problem } = await folderAccess(box, location.folderId)
    location.folder = folder
    if (problem !== undefined) problems.push(`${named(location)}: ${problem}`)
  }
  return [...problems, ...locations.flatMap((location) => nestingProblems(location, locations))]
}

/** The folder as the service account sees it, and what keeps us from using it, with the remedy. */
export async function folderAccess(
  box: Pick<Box, 'getFolder'>,
  folderId: string,
): Promise<{ folder?: BoxFolder; problem?: string }> {
  let folder: BoxFolder
  try {
    folder = await box.getFolder(folderId)
  } catch (error) {
    if (!isBoxError(error, ...noAccess)) throw error
    const invite = 'Is the id right, and is the service account (admin-cli whoami) invited as Editor?'
    return { problem: `${error.message}. ${invite}` }
  }
  if (folder.isTrashed) return { folder, problem: 'it is in the trash. Restore it' }
  const { canUpload = true, canDownload = true } = folder.permissions ?? {}
  if (canUpload && canDownload) return { folder }
  return { folder, problem: 'our role is too low: make the service account (admin-cli whoami) an Editor' }
}

/** The items of a folder; none of one that we have no access to: `folderProblems` names it. */
export async function* itemsIn(
  box: Pick<Box, 'listFolder'>,
  folderId: string,
): AsyncGenerator<BoxItem, void> {
  try {
    yield* box.listFolder(folderId)
  } catch (error) {
    if (!isBoxError(error, ...noAccess)) throw error
  }
}

const noAccess = ['not_found', 'forbidden', 'trashed'] as const

/** A nested INCOMING takes the files of the outer one, and a report inside INCOMING starts a run. */
function nestingProblems(location: Location, locations: Location[]): string[] {
  const ancestors = new Set(location.folder?.ancestors.map(({ id }) => id))
  return locations
    .filter((other) => ancestors.has(other.folderId))
    .map((other) => `${named(location)}: is inside ${named(other)}. Move it out`)
}

/** With an empty `address`, all webhooks have to point to the same one. */
export function webhookProblems(
  webhooks: ReadonlyMap<string, BoxWebhook>,
  clients: Client[],
  address: string,
): string[] {
  const addresses = new Set<string>()
  const problems = clients.flatMap(({ id, incomingFolders }) =>
    incomingFolders.flatMap(({ folderId }) => {
      const webhook = webhooks.get(folderId)
      const difference = webhookDifference(webhook, address)
      if (webhook !== undefined) addresses.add(webhook.address)
      const remedy = `Run: admin-cli register ${id} ${address || '<url>'}`
      return difference === undefined
        ? []
        : [`${id}: INCOMING folder ${folderId}: ${difference.message}. ${remedy}`]
    }),
  )
  return address === '' && addresses.size > 1
    ? [...problems, `the webhooks point to different addresses: ${[...addresses].join(', ')}`]
    : problems
}

function named({ client, role, folderId }: Location): string {
  return `${client.id}: ${role} folder ${folderId}`
}
