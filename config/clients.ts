import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

import { messageOf } from '../workflows/text'
import { ConfigError } from './config-error'
import type { Entries } from './last-good'
import { type Client, parseClient } from './parse-client'

/** Reads `clients.yaml`; a client may name no other profiles than `profileIds`. Throws as `parseClients`. */
export function readClients(file: string, profileIds: ReadonlySet<string>): Entries<Client> {
  return parseClients(readText(file), file, profileIds)
}

/**
 * Each problem names client, key, value and what was expected. Throws a ConfigError when the text is not
 * a map of clients.
 */
export function parseClients(yaml: string, source: string, profileIds: ReadonlySet<string>): Entries<Client> {
  const parsed = entriesOf(yaml, source).map(([id, entry]) => ({ id, ...parseClient(id, entry, profileIds) }))
  const broken = new Map(parsed.flatMap(({ id, problems }) => (problems.length > 0 ? [[id, problems]] : [])))
  const clients = parsed.flatMap(({ client }) => client ?? [])
  for (const [id, problem] of folderProblems(clients)) broken.set(id, [...(broken.get(id) ?? []), problem])
  return { good: new Map(clients.flatMap((one) => (broken.has(one.id) ? [] : [[one.id, one]]))), broken }
}

/** The INCOMING and REPORTS folders of a client. */
export function claimedFolders({ incomingFolders, reportsFolderId }: Client): string[] {
  return [...incomingFolders.map(({ folderId }) => folderId), ...(reportsFolderId ? [reportsFolderId] : [])]
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new ConfigError(file, [
      `cannot be read: ${messageOf(error)}. Write it, or name another file with QC_CLIENTS_FILE`,
    ])
  }
}

/** In YAML's failsafe schema every value is a text: folder ids keep all their digits, quoted or not. */
function entriesOf(yaml: string, source: string): [string, unknown][] {
  let document: unknown
  try {
    document = parse(yaml, { schema: 'failsafe' })
  } catch (error) {
    throw new ConfigError(source, [`is not YAML: ${messageOf(error)}`])
  }
  // A file of comments has no client yet; an empty file is one that is being written.
  if (document === null && yaml.includes('#')) return []
  if (typeof document !== 'object' || document === null || Array.isArray(document))
    throw new ConfigError(source, [
      `is ${JSON.stringify(document)}, expected one entry ` +
        'per client, such as "acme:" with its fields below it',
    ])
  return Object.entries(document)
}

/**
 * A folder belongs to one client and has one purpose. When two clients claim it, both are broken: it is
 * unknown whose files it holds.
 */
function folderProblems(clients: Client[]): [string, string][] {
  interface User {
    clientId: string
    key: string
  }
  const users = new Map<string, User>()
  const problems: [string, string][] = []
  const claim = (folderId: string, user: User) => {
    const other = users.get(folderId)
    if (other === undefined) users.set(folderId, user)
    else {
      problems.push(conflict(folderId, user, other))
      if (other.clientId !== user.clientId) problems.push(conflict(folderId, other, user))
    }
  }
  for (const { id: clientId, incomingFolders, reportsFolderId } of clients) {
    for (const { folderId } of incomingFolders) claim(folderId, { clientId, key: 'box_folder_id' })
    if (reportsFolderId !== undefined) claim(reportsFolderId, { clientId, key: 'box_reports_folder_id' })
  }
  return problems
}

function conflict(
  folderId: string,
  { clientId, key }: { clientId: string; key: string },
  other: { clientId: string; key: string },
): [string, string] {
  const taken = `${other.clientId}: ${other.key}`
  return [
    clientId,
    `${clientId}: ${key} is "${folderId}", which is ${taken} already; expected a folder of its own`,
  ]
}
