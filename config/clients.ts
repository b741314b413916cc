import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

import { ConfigError } from './config-error'
import { type Client, parseClient } from './parse-client'
import { type Reloading, reloading } from './reloading'
import { messageOf } from '../workflows/text'

export type { Client }

export type ClientsStore = Reloading<ReadonlyMap<string, Client>>

/**
 * The clients as `clients.yaml` has them now. A broken file stops the start; a later broken version is
 * reported and the last good one stays in use. `profileIds` are the profiles there are: a client may name no
 * other.
 */
export function createClientsStore(
  file: string,
  profileIds: () => Iterable<string>,
  onProblem: (error: Error) => void,
): ClientsStore {
  return reloading(file, () => parseClients(readText(file), file, new Set(profileIds())), onProblem)
}

/** Throws a ConfigError with all that is wrong, each with client, key, value and what was expected. */
export function parseClients(
  yaml: string,
  source: string,
  profileIds: ReadonlySet<string>,
): ReadonlyMap<string, Client> {
  const entries = entriesOf(yaml, source)
  const parsed = entries.map(([id, entry]) => parseClient(id, entry, profileIds))
  const clients = parsed.flatMap(({ client }) => client ?? [])
  const problems = [...parsed.flatMap((one) => one.problems), ...folderProblems(clients)]
  if (problems.length > 0) throw new ConfigError(source, problems)
  return new Map(clients.map((client) => [client.id, client]))
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

/**
 * In YAML's failsafe schema every value is a text, so that folder ids keep all their digits with or without
 * quotes.
 */
function entriesOf(yaml: string, source: string): [string, unknown][] {
  let document: unknown
  try {
    document = parse(yaml, { schema: 'failsafe' })
  } catch (error) {
    throw new ConfigError(source, [`is not YAML: ${messageOf(error)}`])
  }
  // Comments alone are no client yet; an empty file is one that is being written.
  if (document === null && yaml.includes('#')) return []
  if (typeof document !== 'object' || document === null || Array.isArray(document))
    throw new ConfigError(source, [
      `is ${JSON.stringify(document)}, expected one entry per client, such as "acme:" with its fields below it`,
    ])
  return Object.entries(document)
}

/** A folder belongs to one client and has one purpose. */
function folderProblems(clients: Client[]): string[] {
  const users = new Map<string, string>()
  const problems: string[] = []
  const claim = (folderId: string, user: string) => {
    const other = users.get(folderId)
    if (other === undefined) users.set(folderId, user)
    else problems.push(`${user} is "${folderId}", which is ${other} already; expected a folder of its own`)
  }
  for (const { id, incomingFolders, reportsFolderId } of clients) {
    for (const { folderId } of incomingFolders) claim(folderId, `${id}: box_folder_id`)
    if (reportsFolderId !== undefined) claim(reportsFolderId, `${id}: box_reports_folder_id`)
  }
  return problems
}
