import { cpSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { stringify } from 'yaml'

import type { ControlClient } from '../../sandbox/simulated-box/control-client'
import { projectDir } from '../../sandbox/installation/project-dir'
import { testProfiles } from '../support/test-profiles'

/** Two INCOMING folders each, so that files can be dragged between them. */
export interface ChaosClient {
  id: string
  incoming: string[]
  /** Where people put files: both INCOMING folders, and a sub-folder of each. */
  dropFolders: string[]
  reports: string
  /** A folder that the product does not know. */
  elsewhere: string
  personId: string
}

/** The folders and roles of two clients. Their ids are part of workflow ids, hence the suffix. */
export async function seedClients(control: ControlClient, suffix: string): Promise<ChaosClient[]> {
  return Promise.all(['acme', 'globex'].map((name) => seedClient(control, name, suffix)))
}

async function seedClient(control: ControlClient, name: string, suffix: string): Promise<ChaosClient> {
  const keys = ['in-0', 'in-1', 'reports', 'elsewhere'].map((part) => `${name}-${part}`)
  const subFolders = keys.slice(0, 2).map((parent) => ({ key: `${parent}-sub`, name: 'campaign', parent }))
  const { folders, users } = await control.seed({
    users: [{ key: `${name}-person`, name: `Person of ${name}` }],
    folders: [...keys.map((key) => ({ key, name: key })), ...subFolders],
    collaborations: keys.flatMap((folder) => [
      { folder, user: `${name}-person`, role: 'editor' as const },
      ...(folder.endsWith('elsewhere') ? [] : [{ folder, user: 'serviceAccount', role: 'editor' as const }]),
    ]),
  })
  const [first = '', second = '', reports = '', elsewhere = ''] = keys.map((key) => folders[key])
  return {
    id: `${name}-${suffix}`,
    ...{ incoming: [first, second], reports, elsewhere },
    dropFolders: [first, second, ...subFolders.map(({ key }) => folders[key] ?? '')],
    personId: users[`${name}-person`] ?? '',
  }
}

/** The shipped profiles, and a light one whose checks take milliseconds. */
export function writeProfiles(folder: string): void {
  cpSync(join(projectDir, 'config/profiles'), folder, { recursive: true })
  for (const [id, profile] of Object.entries(testProfiles))
    writeFileSync(join(folder, `${id}.yaml`), stringify(profile))
}

/** What is wrong with `clients.yaml` for a while, as it happens while files are copied. */
export type ConfigFault = 'profileIsLate' | 'isCutOff' | 'isEmpty'

/** `generation` changes the file without changing what it means; a fault breaks it. */
export function writeClients(
  file: string,
  clients: ChaosClient[],
  generation: number,
  fault?: ConfigFault,
): void {
  const text = stringify(Object.fromEntries(clients.map((client) => entryOf(client, generation, fault))))
  const end = fault === 'isEmpty' ? 0 : fault === 'isCutOff' ? text.length / 2 : text.length
  writeFileSync(`${file}.new`, text.slice(0, end))
  renameSync(`${file}.new`, file)
}

function entryOf(client: ChaosClient, generation: number, fault: ConfigFault | undefined) {
  const second = fault === 'profileIsLate' ? 'comes-later' : 'other'
  return [
    client.id,
    {
      ...{ name: client.id, description: `generation ${generation}`, profiles: ['light', second] },
      box_folder_id: Object.fromEntries(client.incoming.map((id, index) => [id, index ? second : 'light'])),
      box_reports_folder_id: client.reports,
      default_profile: generation % 2 === 0 ? 'light' : second,
    },
  ]
}
