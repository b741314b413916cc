import { renameSync, writeFileSync } from 'node:fs'

import type { SeededClient } from './seed'

/**
 * Everything that a client in any language needs to use the sandbox: the JSON file whose path `npm run
 * sandbox` prints.
 */
export interface Description {
  /** As registered with Box. */
  webhookAddress: string
  /** The local address behind it. */
  gatewayUrl: string
  adminPagesUrl: string
  /** Who may sign in to the admin pages. */
  adminUser: string
  adminPassword: string
  boxApiUrl: string
  boxUploadUrl: string
  boxPageUrl: string
  boxControlUrl: string
  /** `host:port` */
  temporalAddress: string
  temporalNamespace: string
  webUiUrl: string
  /** In the form that Box's developer console exports. */
  jwtConfigFile: string
  /** A person of the clients: may upload into every INCOMING folder. */
  uploaderUserId: string
  primaryKey: string
  secondaryKey: string
  clients: Record<string, SeededClient>
  pids: { temporal: number; box: number; gateways: number[]; pages: number; workers: number[] }
}

/**
 * Readable for its owner only, since it contains the keys. A reader sees the old file or the new one, never a
 * part of one.
 */
export function writeDescription(file: string, description: Description): void {
  const fresh = `${file}.${process.pid}`
  writeFileSync(fresh, `${JSON.stringify(description, null, 2)}\n`, { mode: 0o600 })
  renameSync(fresh, file)
}
