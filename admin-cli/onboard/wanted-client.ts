import { claimedFolders } from '../../config/clients'
import type { ClientFields } from '../../config/edit-client'
import { type Client, parseClient } from '../../config/parse-client'
import type { ClientConfig } from '../client-config'
import type { OptionValues } from '../command'
import { CliError } from '../exit-codes'
import { itemId } from '../item-id'

/** A folder that exists, or the one of this name to be found or created below `--folder`. */
export type WantedFolder = { id: string } | { parentName: string; name: string }

export interface WantedClient {
  id: string
  name: string
  /** In `clients.yaml` already. */
  entry: Client | undefined
  incoming: WantedFolder[]
  reports: WantedFolder
  /** Of the entry, without the folders. */
  fields: ClientFields
}

/**
 * What the options and the entry say together. Throws `usage` for what is missing or malformed, and
 * `conflict` when an option contradicts the entry: nothing is overwritten.
 */
export function wantedClient(config: ClientConfig, id: string, options: OptionValues): WantedClient {
  const entry = config.clients.get(id)
  const profiles = listOf(options.profiles) ?? entry?.profiles
  const name = textOf(options.name) ?? entry?.name ?? id
  if (profiles === undefined || profiles.length === 0)
    throw new CliError(
      'usage',
      '--profiles is missing',
      `Profiles: ${[...config.profiles.keys()].join(', ')}`,
    )
  const fields = {
    name,
    profiles,
    ...optional(options),
    default_profile: entry?.defaultProfile ?? profiles[0] ?? '',
  }
  const [incomingId, reportsId] = [folderIdOf(options.incoming), folderIdOf(options.reports)]
  checkFields(config, id, fields, { incomingId, reportsId })
  if (entry !== undefined) checkAgainst(entry, options, profiles)
  const present = entry?.incomingFolders.map(({ folderId }) => ({ id: folderId })) ?? []
  return {
    ...{ id, name, entry, fields },
    incoming:
      present.length > 0 ? present : [wantedFolder(incomingId, 'INCOMING', `AI QC ${name} IN`, options)],
    reports: wantedFolder(
      entry?.reportsFolderId ?? reportsId,
      ...(['REPORTS', `AI QC ${name} REPORTS`] as const),
      options,
    ),
  }
}

function wantedFolder(
  id: string | undefined,
  parentName: string,
  name: string,
  { folder }: OptionValues,
): WantedFolder {
  if (id !== undefined) return { id }
  if (folder !== undefined) return { parentName, name }
  throw new CliError(
    'usage',
    `the ${parentName} folder is not known`,
    `Name it with --${parentName.toLowerCase()}, or name the folder of all clients with --folder`,
  )
}

/** The rules of clients.yaml, before anything is created. A folder that is not known yet is a new one. */
function checkFields(
  config: ClientConfig,
  id: string,
  fields: ClientFields,
  { incomingId = '1', reportsId = '2' }: { incomingId?: string; reportsId?: string },
): void {
  const folders = { box_folder_id: incomingId, box_reports_folder_id: reportsId }
  const { problems } = parseClient(id, { ...fields, ...folders }, new Set(config.profiles.keys()))
  const taken = [...config.clients.values()].flatMap((other) =>
    claimedFolders(other).flatMap((folderId) =>
      other.id !== id && (folderId === incomingId || folderId === reportsId)
        ? [`folder ${folderId} belongs to ${other.id}, expected a folder of its own`]
        : [],
    ),
  )
  const same = incomingId === reportsId ? ['--incoming and --reports are one folder, expected two'] : []
  const wrong = [...problems, ...taken, ...same]
  if (wrong.length > 0)
    throw new CliError('usage', wrong.join('; '), 'Nothing was changed. Correct it, then type it again')
}

function checkAgainst(entry: Client, options: OptionValues, profiles: string[]): void {
  const incoming = folderIdOf(options.incoming)
  const reports = folderIdOf(options.reports)
  const folderIds = entry.incomingFolders.map(({ folderId }) => folderId)
  const differences = [
    different('name', entry.name, textOf(options.name)),
    different(
      'profiles',
      entry.profiles.join(','),
      options.profiles === undefined ? undefined : profiles.join(','),
    ),
    different('display_name', entry.displayName, textOf(options.displayName)),
    different('description', entry.description, textOf(options.description)),
    different('box_reports_folder_id', entry.reportsFolderId ?? reports ?? '', reports),
    incoming === undefined || folderIds.length === 0 || folderIds.includes(incoming)
      ? []
      : different('box_folder_id', folderIds.join(', '), incoming),
  ].flat()
  if (differences.length === 0) return
  throw new CliError(
    'conflict',
    `clients.yaml has another ${entry.id}: ${differences.join('; ')}`,
    'Nothing was changed. Edit the entry, or leave the option out',
  )
}

function different(field: string, present: string, asked: string | undefined): string[] {
  return asked === undefined || asked === present ? [] : [`${field} is "${present}", not "${asked}"`]
}

function optional({ displayName, description, shadow }: OptionValues): ClientFields {
  return {
    ...(typeof displayName === 'string' ? { display_name: displayName } : {}),
    ...(typeof description === 'string' ? { description } : {}),
    ...(shadow === true ? { mode: 'shadow' } : {}),
  }
}

function folderIdOf(typed: string | boolean | undefined): string | undefined {
  return typeof typed === 'string' ? itemId('folder', typed) : undefined
}

function textOf(typed: string | boolean | undefined): string | undefined {
  return typeof typed === 'string' ? typed : undefined
}

function listOf(typed: string | boolean | undefined): string[] | undefined {
  return textOf(typed)
    ?.split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
}
