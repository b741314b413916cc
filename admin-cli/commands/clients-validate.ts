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
  details:
    'Refused: an INCOMING folder inside another one or inside a REPORTS folder, a REPORTS folder inside INCOMING, a folder of two clients.',
  options: [{ flags: '--offline', description: 'only the files, without asking Box' }],
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

interface Place {
  client: Client
  role: 'INCOMING' | 'REPORTS'
  folderId: string
  folder?: BoxFolder
}

async function folderProblems(box: Box, clients: Client[]): Promise<string[]> {
  const places: Place[] = clients.flatMap((client) => [
    ...client.incomingFolders.map(({ folderId }): Place => ({ client, role: 'INCOMING', folderId })),
    ...(client.reportsFolderId === undefined
      ? []
      : [{ client, role: 'REPORTS' as const, folderId: client.reportsFolderId }]),
  ])
  const problems: string[] = []
  for (const place of places) {
    try {
      place.folder = await box.getFolder(place.folderId)
      if (place.folder.permissions?.canUpload === false)
        problems.push(`${named(place)}: our role is too low. Invite the service account as Editor`)
    } catch (error) {
      if (!isBoxError(error, 'not_found', 'forbidden', 'trashed')) throw error
      problems.push(
        `${named(place)}: ${error.message}. Is the id right, and is the service account invited as Editor?`,
      )
    }
  }
  return [...problems, ...places.flatMap((place) => nestingProblems(place, places))]
}

/**
 * The nearest INCOMING folder would own the other's files, and a report inside INCOMING would start a run of
 * its own.
 */
function nestingProblems(place: Place, places: Place[]): string[] {
  const ancestors = new Set(place.folder?.ancestors.map(({ id }) => id))
  return places
    .filter((other) => ancestors.has(other.folderId))
    .map((other) => `${named(place)}: lies inside ${named(other)}. Move it out: the two must not be nested`)
}

function named({ client, role, folderId }: Place): string {
  return `${client.id}: ${role} folder ${folderId}`
}
