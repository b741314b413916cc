import type { FaultAction } from '../http/fault-kinds'
import type { FaultMatch } from '../http/faults'
import type { RequestEntry } from '../http/request-log'
import type { Role } from '../state/model'

export interface SeedOrder {
  /** `login` defaults to `<key>@client.example`. */
  users?: { key: string; name: string; login?: string }[]
  /** Folders of the admin; `parent` is an earlier key or an id; absent = top level. */
  folders?: { key: string; name: string; parent?: string }[]
  /** `user`: a key, an id, or `serviceAccount`. `folder`: a key or an id. */
  collaborations?: { folder: string; user: string; role: Exclude<Role, 'owner'> }[]
}

export interface Upload {
  /** Who uploads; `2` = somebody without a login. */
  userId: string
  content: Buffer | string | { path: string }
  name?: string
}

export interface Uploaded {
  fileId: string
  versionId: string
  name: string
  sha1: string
  sizeBytes: number
}

export type FaultOrderBody = FaultMatch & {
  /** How many matching requests pass before it begins. Default: 0. */
  afterCalls?: number
  /** How many requests it affects. Default: 1. */
  times?: number
  /** The share of the matching requests that it affects, from 0 to 1. Default: 1. `seed` decides which. */
  probability?: number
  seed?: number
} & FaultAction

export interface FaultHandle {
  id: string
  /** Resolves once it has affected `count` requests (default 1). Throws after the time-out (default 30 s). */
  fired(options?: { count?: number; timeoutMs?: number }): Promise<void>
  clear(): Promise<void>
}

/** A pause point: matching requests stop there until they are released. */
export interface HoldHandle {
  id: string
  /**
   * The requests that have reached it, once there are `count` (default 1); throws after the time-out (default
   * 30 s).
   */
  reached(options?: { count?: number; timeoutMs?: number }): Promise<RequestEntry[]>
  /**
   * Lets them continue (default), or resets their connections. A request held *before* whose client has hung
   * up is dropped, as if it had never reached Box, unless `applyAnyway` is set.
   */
  release(options?: { then?: 'answer' | 'reset'; applyAnyway?: boolean }): Promise<void>
}

export interface TreeItem {
  type: 'file' | 'folder'
  id: string
  name: string
  isTrashed: boolean
  tags: string[]
  description: string
  createdBy: string
  /** Of a file, oldest first. */
  versions?: { id: string; sha1: string; sizeBytes: number; createdAt: string }[]
  /** Of a file, oldest first. */
  comments?: string[]
  /** Of a folder. */
  children?: TreeItem[]
}

export interface CreatedApp {
  appId: string
  name: string
  serviceAccountId: string
  jwtConfigFile: string
  primaryKey: string
  secondaryKey: string
}
