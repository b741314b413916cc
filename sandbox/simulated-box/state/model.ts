/**
 * What the simulated Box keeps. Plain data, so that a snapshot is one JSON file. Ids are strings of digits,
 * times are ISO 8601 in UTC (views turn them into Box's form). Folder `0` is each user's own root and is not
 * stored.
 */

export const rootId = '0'

/** Uploads by people without a login come from this user. */
export const anonymousUserId = '2'

/**
 * Box's own web app, which people use: not an application of the enterprise, and always
 * authorized.
 */
export const webAppId = 'web'

export type Role =
  | 'owner'
  | 'co-owner'
  | 'editor'
  | 'viewer uploader'
  | 'previewer uploader'
  | 'viewer'
  | 'previewer'
  | 'uploader'

export interface User {
  id: string
  name: string
  login: string
  kind: 'admin' | 'managed' | 'service' | 'anonymous'
  createdAt: string
}

/**
 * A custom app with JWT: webhooks and signature keys belong to it, its service account is a separate user.
 */
export interface App {
  id: string
  name: string
  clientId: string
  clientSecret: string
  publicKeyId: string
  publicKeyPem: string
  serviceAccountId: string
  jwtConfigFile: string
  primaryKey: string
  secondaryKey: string
  /** Scope "Write all files and folders stored in Box"; without it the app can only read. */
  writesFiles: boolean
  /** Scope "Manage webhooks". */
  managesWebhooks: boolean
  /** The enterprise admin's authorization; without it: no tokens, and events become NO_ACTIVE_SESSION. */
  isAuthorized: boolean
}

interface ItemBase {
  id: string
  name: string
  /** `0` means the owner's root. */
  parentId: string
  ownerId: string
  /** etag and sequence_id, which Box increments together. */
  revision: number
  description: string
  tags: string[]
  createdAt: string
  createdBy: string
  modifiedAt: string
  modifiedBy: string
  trashedAt: string | null
}

export interface Folder extends ItemBase {
  type: 'folder'
}

export interface FileVersion {
  id: string
  sha1: string
  sizeBytes: number
  name: string
  createdAt: string
  createdBy: string
  contentCreatedAt: string
  contentModifiedAt: string
}

export interface Comment {
  id: string
  /** With mentions as Box shows them: `@Anna`. */
  message: string
  /** With mentions as `@[id:name]`; empty when there is none. */
  taggedMessage: string
  createdAt: string
  createdBy: string
}

export interface File extends ItemBase {
  type: 'file'
  /** Oldest first. Absent: none. */
  comments?: Comment[]
  /** Oldest first; the last one is current. Never empty. */
  versions: FileVersion[]
}

export type Item = File | Folder

export interface Collaboration {
  id: string
  itemType: 'file' | 'folder'
  itemId: string
  userId: string
  role: Role
  createdAt: string
  createdBy: string
  modifiedAt: string
}

export interface Webhook {
  id: string
  appId: string
  userId: string
  targetType: 'file' | 'folder'
  targetId: string
  address: string
  triggers: string[]
  createdAt: string
}

export interface DeliveryTry {
  deliveryId: string
  at: string
  /** Absent when there was no answer. */
  status?: number
  error?: string
  durationMs: number
}

/** One event for one webhook. The body is kept as sent: its bytes are what is signed. */
export interface Delivery {
  seq: number
  eventId: string
  appId: string
  webhookId: string
  address: string
  trigger: string
  sourceId: string | null
  body: string
  state: 'pending' | 'delivered' | 'lost'
  tries: DeliveryTry[]
}

export interface State {
  enterpriseId: string
  /** The next number per kind of id. */
  counters: Record<string, number>
  users: User[]
  apps: App[]
  folders: Folder[]
  files: File[]
  collaborations: Collaboration[]
  webhooks: Webhook[]
  deliveries: Delivery[]
}
