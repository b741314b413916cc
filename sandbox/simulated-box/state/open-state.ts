import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from './apps'
import { Contents } from './contents'
import { anonymousUserId } from './model'
import type { App, State, User } from './model'
import { readState, Snapshot } from './snapshot'
import { Store } from './store'

export interface OpenedState {
  directory: string
  store: Store
  contents: Contents
  snapshot: Snapshot
  /** The app that the product uses; tests may create more. */
  app: App
  admin: User
  /** Saves, and removes a temporary directory. */
  close(): Promise<void>
}

export interface StateOptions {
  stateDir?: string
  keepsState?: boolean
  primaryKey?: string
  secondaryKey?: string
}

/** Reads the state of an earlier process, or creates an enterprise with an admin and one app. */
export async function openState(options: StateOptions): Promise<OpenedState> {
  const directory = options.stateDir ?? (await mkdtemp(join(tmpdir(), 'simulated-box-')))
  await mkdir(directory, { recursive: true })
  const store = new Store((await readState(directory)) ?? emptyState())
  const snapshot = new Snapshot(store, directory, options.keepsState !== false)
  const admin = findOrCreateAdmin(store)
  const app = await defaultApp(store, directory, options)
  store.changed()
  await snapshot.saved()
  return {
    directory,
    store,
    contents: await Contents.open(directory),
    snapshot,
    app,
    admin,
    async close() {
      await snapshot.saved()
      if (options.stateDir === undefined) await rm(directory, { recursive: true, force: true })
    },
  }
}

async function defaultApp(
  store: Store,
  directory: string,
  { primaryKey, secondaryKey }: StateOptions,
): Promise<App> {
  const existing = [...store.apps.values()][0]
  if (!existing) return createApp(store, directory, { name: 'QC Pipeline', primaryKey, secondaryKey })
  existing.primaryKey = primaryKey ?? existing.primaryKey
  existing.secondaryKey = secondaryKey ?? existing.secondaryKey
  return existing
}

function findOrCreateAdmin(store: Store): User {
  const existing = [...store.users.values()].find((user) => user.kind === 'admin')
  if (existing) return existing
  const admin: User = {
    id: store.nextId('user'),
    name: 'Box Admin',
    login: 'box-admin@agency.example',
    kind: 'admin',
    createdAt: new Date().toISOString(),
  }
  store.users.set(admin.id, admin)
  return admin
}

function emptyState(): State {
  const anonymous: User = {
    id: anonymousUserId,
    name: 'Unknown User',
    login: '',
    kind: 'anonymous',
    createdAt: new Date(0).toISOString(),
  }
  return {
    enterpriseId: '27335001',
    counters: {},
    users: [anonymous],
    apps: [],
    folders: [],
    files: [],
    collaborations: [],
    webhooks: [],
    deliveries: [],
  }
}
