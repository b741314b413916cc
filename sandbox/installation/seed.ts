import { existsSync, writeFileSync } from 'node:fs'

import { stringify } from 'yaml'

import type { ControlClient } from '../simulated-box/control-client'

export interface SeededClient {
  incomingFolderId: string
  reportsFolderId: string
  /** The client's default profile. */
  profile: string
}

export interface Seed {
  uploaderUserId: string
  clients: Record<string, SeededClient>
}

const clients = [
  { id: 'acme', name: 'Acme Beverages', description: 'Images and PDFs', profile: 'static_general' },
  { id: 'globex', name: 'Globex Films', description: 'Online videos', profile: 'video_general' },
  {
    id: 'initech',
    name: 'Initech',
    description: 'The client whose REPORTS folder is read-only at first in the demo',
    profile: 'static_general',
  },
]
const profiles = ['static_general', 'video_general']

/** Folders, people and roles in Box as the onboarding runbook requires them. Safe to repeat. */
export async function seedBox(control: ControlClient): Promise<Seed> {
  const { users, folders } = await control.seed({
    users: [{ key: 'uploader', name: 'Ursula Uploader', login: 'ursula.uploader@client.example' }],
    folders: [
      { key: 'root', name: 'AI-QC' },
      { key: 'incoming', name: 'INCOMING', parent: 'root' },
      { key: 'reports', name: 'REPORTS', parent: 'root' },
      ...clients.map(({ id, name }) => ({ key: `${id}-in`, name: `AI QC ${name} IN`, parent: 'incoming' })),
      ...clients.map(({ id, name }) => ({
        key: `${id}-reports`,
        name: `AI QC ${name} REPORTS`,
        parent: 'reports',
      })),
    ],
    collaborations: clients.flatMap(({ id }) => [
      { folder: `${id}-in`, user: 'serviceAccount', role: 'editor' as const },
      { folder: `${id}-reports`, user: 'serviceAccount', role: 'editor' as const },
      { folder: `${id}-in`, user: 'uploader', role: 'editor' as const },
      { folder: `${id}-reports`, user: 'uploader', role: 'viewer' as const },
    ]),
  })
  const idOf = (ids: Record<string, string>, key: string) => {
    const id = ids[key]
    if (id === undefined) throw new Error(`the simulated Box made no ${key}`)
    return id
  }
  return {
    uploaderUserId: idOf(users, 'uploader'),
    clients: Object.fromEntries(
      clients.map(({ id, profile }) => [
        id,
        {
          incomingFolderId: idOf(folders, `${id}-in`),
          reportsFolderId: idOf(folders, `${id}-reports`),
          profile,
        },
      ]),
    ),
  }
}

/** Written once, so that later changes by a person stay. */
export function writeClientsFile(file: string, seed: Seed): void {
  if (existsSync(file)) return
  const entries = clients.map(({ id, name, description, profile }) => [
    id,
    {
      name,
      display_name: name,
      description,
      profiles,
      box_folder_id: seed.clients[id]?.incomingFolderId,
      box_reports_folder_id: seed.clients[id]?.reportsFolderId,
      default_profile: profile,
    },
  ])
  writeFileSync(file, stringify(Object.fromEntries(entries)))
}
