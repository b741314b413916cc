/**
 * The calls of Box that the product makes, in plain data. Made by `createBox`. Every call throws a `BoxError`
 * when Box refuses or does not answer, and the signal's reason when the caller aborts.
 */
export interface Box {
  /** The service account of our app. */
  me: (signal?: AbortSignal) => Promise<BoxUser>
  getFile: (fileId: string, signal?: AbortSignal) => Promise<BoxFile>
  /** Ids of the versions that were replaced, the newest first; at most 1000. */
  pastVersionIds: (fileId: string, signal?: AbortSignal) => Promise<string[]>
  getFolder: (folderId: string, signal?: AbortSignal) => Promise<BoxFolder>
  /** All items of a folder, page by page, each with all its fields. */
  listFolder: (folderId: string, signal?: AbortSignal) => AsyncIterable<BoxItem>
  /** The bytes of one version, from an offset. Box may ignore the offset: see `startsAtByte`. */
  openContent: (wanted: WantedContent) => Promise<Content>
  /** A small JPEG of the present version; undefined when Box makes none. May take seconds at first. */
  thumbnail: (fileId: string, signal: AbortSignal) => Promise<Buffer | undefined>
  createFolder: (parentId: string, name: string, signal?: AbortSignal) => Promise<BoxFolder>
  /** For reports: up to 50 MB, held in memory. Not repeated when the answer is lost. */
  uploadFile: (folderId: string, name: string, bytes: Buffer, signal?: AbortSignal) => Promise<BoxFile>
  /** A new version; refused as `changed` when the file no longer has this etag. */
  uploadVersion: (
    file: Pick<BoxFile, 'id' | 'etag' | 'name'>,
    bytes: Buffer,
    signal?: AbortSignal,
  ) => Promise<BoxFile>
  /**
   * Moves and renames at once. Same id, same version. Refused as `changed` when the file no longer has this
   * etag; Box's documents contradict each other on whether it checks that.
   */
  moveFile: (
    file: Pick<BoxFile, 'id' | 'etag'>,
    target: { parentId: string; name: string } & FileText,
    signal?: AbortSignal,
  ) => Promise<BoxFile>
  /** What is absent stays as it is. */
  describeFile: (fileId: string, text: FileText, signal?: AbortSignal) => Promise<BoxFile>
  /** Box notifies a mentioned user by e-mail. */
  comment: (fileId: string, message: string, mention?: BoxPerson, signal?: AbortSignal) => Promise<void>
  /** Into the trash. With an etag: refused as `changed` when the file no longer has it. */
  deleteFile: (file: string | Pick<BoxFile, 'id' | 'etag'>, signal?: AbortSignal) => Promise<void>
  webhooks: BoxWebhooks
}

export interface BoxUser {
  id: string
  name: string
  /** The address to invite: `AutomationUser_…@boxdevedition.com`. */
  login: string
}

/** What people read beside a file in Box. */
export interface FileText {
  /** At most 255 characters: Box cuts off the rest. */
  description?: string
  /** All tags, at most 100: they replace the present ones. */
  tags?: string[]
}

export interface BoxPerson {
  id: string
  name: string
}

/** Ids are strings of digits, times ISO 8601. */
export interface BoxFile {
  type: 'file'
  id: string
  name: string
  etag: string
  sizeBytes: number
  sha1: string
  versionId: string
  /** When the file last changed: a new version, a move or a rename. */
  modifiedAt?: string
  createdAt?: string
  createdById?: string
  /** Who made the last change. The login of a service account is `AutomationUser_…@boxdevedition.com`. */
  modifiedBy?: BoxPerson & { login: string }
  parentId?: string
  /** From the topmost folder that we can see down to the parent. */
  ancestors: { id: string; name: string }[]
  isTrashed: boolean
  description: string
  tags: string[]
}

export interface BoxFolder {
  type: 'folder'
  id: string
  name: string
  ancestors: { id: string; name: string }[]
  isTrashed: boolean
  /** What our role allows there; absent in listings. */
  permissions?: { canUpload: boolean; canRename: boolean; canDelete: boolean; canDownload: boolean }
}

export interface BoxWebLink {
  type: 'web_link'
  id: string
  name: string
}

export type BoxItem = BoxFile | BoxFolder | BoxWebLink

export interface WantedContent {
  fileId: string
  versionId: string
  /** How many bytes we have already. */
  fromByte: number
  /** Aborts the request and the body. */
  signal: AbortSignal
}

export interface Content {
  /** Where the body begins: `fromByte`, or 0 when the server sends the whole file. */
  startsAtByte: number
  body: AsyncIterable<Uint8Array>
}

export interface BoxWebhooks {
  /** Ids and targets only: Box gives address and triggers only by `get`. */
  list: (signal?: AbortSignal) => AsyncIterable<{ id: string; targetId: string; targetType: string }>
  get: (id: string, signal?: AbortSignal) => Promise<BoxWebhook>
  create: (
    webhook: { folderId: string; address: string; triggers: string[] },
    signal?: AbortSignal,
  ) => Promise<BoxWebhook>
  update: (
    id: string,
    changes: { address: string; triggers: string[] },
    signal?: AbortSignal,
  ) => Promise<BoxWebhook>
  delete: (id: string, signal?: AbortSignal) => Promise<void>
}

export interface BoxWebhook {
  id: string
  targetId: string
  targetType: string
  address: string
  triggers: string[]
  /** ISO 8601. */
  createdAt?: string
  createdById?: string
}
