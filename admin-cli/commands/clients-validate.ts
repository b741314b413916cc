import type { Box, BoxFolder } from '../../box/box'
import { isBoxError } from '../../box/box-error'
import { catalogue } from '../../quality-control/checks/catalogue'
import { profileProblems } from '../../quality-control/plan-checks'
import type { Command } from '../command'
import type { Client } from '../../config/parse-client'
import { exitCodes } from '../exit-codes'

export const clientsValidate: Command = {
  name: 'clients validate',
  arguments: [],
  summary: 'Check clients.yaml and the profiles, and the folders against Box',
  examples: ['clients validate', 'clients validate --offline'],
  json: { clients: 'number', profiles: 'number', problems: ['string'] },
  details:
    'Not allowed: INCOMING inside another INCOMING or REPORTS, ' +
    'REPORTS inside INCOMING, one folder for two clients.',
  options: [{ flags: '--offline', description: 'check only the files, without Box' }],
  run: async ({ clientConfig, output, box }, _, { offline }) => {
    const { clients, profiles } = clientConfig()
    const problems = [...profiles.values()].flatMap((profile) => profileProblems(profile, catalogue()))
    if (offline !== true) problems.push(...(await folderProblems(await box(), [...clients.values()])))
    output.data({ clients: clients.size, profiles: profiles.size, problems }, problems.join('\n'))
    output.message(
      problems.length === 0
        ? `${clients.size} clients and ${profiles.size} profiles are fine.`
        : `${problems.length} problems.`,
    )
    return problems.length === 0 ? undefined : exitCodes.config
  },
}

interface Location {
  client: Client
  role: 'INCOMING' | 'REPORTS'
  folderId: string
  folder?: BoxFolder
}

async function folderProblems(box: Box, clients: Client[]): Promise<string[]> {
  const locations: Location[] = clients.flatMap((client) => [
    ...client.incomingFolders.map(({ folderId }): Location => ({ client, role: 'INCOMING', folderId })),
    ...(client.reportsFolderId === undefined
      ? []
      : [{ client, role: 'REPORTS' as const, folderId: client.reportsFolderId }]),
  ])
  const problems: string[] = []
  for (const location of locations) {
    try {
      location.folder = await box.getFolder(location.folderId)
      if (location.folder.permissions?.canUpload === false)
        problems.push(`${named(location)}: our role is too low. Invite the service account as Editor`)
    } catch (error) {
      if (!isBoxError(error, 'not_found', 'forbidden', 'trashed')) throw error
      problems.push(
        `${named(location)}: ${error.message}. Is the id ` +
          'right, and is the service account invited as Editor?',
      )
    }
  }
  return [...problems, ...locations.flatMap((location) => nestingProblems(location, locations))]
}

/** A nested INCOMING takes the files of the outer one, and a report inside INCOMING starts a run. */
function nestingProblems(location: Location, locations: Location[]): string[] {
  const ancestors = new Set(location.folder?.ancestors.map(({ id }) => id))
  return locations
    .filter((other) => ancestors.has(other.folderId))
    .map((other) => `${named(location)}: is inside ${named(other)}. Move it out`)
}

function named({ client, role, folderId }: Location): string {
  return `${client.id}: ${role} folder ${folderId}`
}
