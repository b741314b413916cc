/** Why this run exists: a delivery from Box, a newer version seen by another run, a sweep, or a person. */
export type UploadOrigin = 'event' | 'newVersion' | 'sweep' | 'rerun'

/** The input of `qcUpload`: one version of one file that a client put into INCOMING. */
export interface Upload {
  clientId: string
  /** Box ids are strings of digits. */
  fileId: string
  versionId: string
  /** The name at the time of the event; the report keeps it even when the file is renamed meanwhile. */
  name: string
  /** SHA-1 in lower-case hex, as Box states it for this version. */
  sha1: string
  sizeBytes: number
  /** The configured INCOMING folder that owns the file: its nearest configured ancestor. */
  incomingFolderId: string
  /** UTC time of the event (or of detection), ISO 8601. */
  eventTime: string
  origin: UploadOrigin
  /** 1, and one more whenever the run finds the file in INCOMING again and continues as new. */
  attempt: number
  /** Prefix of the moved file and part of the report's name: see `sessionFor`. */
  session: string
  profileId: string
  /** `shadow` makes a report and never moves: for a second installation on folders that another one owns. */
  mode: ClientMode
  /**
   * Sessions of earlier versions of this file, so that a file already filed under one of them is ours to
   * rename.
   */
  earlierSessions: string[]
}

export type ClientMode = 'active' | 'shadow'

/**
 * Content is the truth, the host only a hint: whoever gets a FileRef can fetch the bytes again and prove
 * them.
 */
export interface FileRef {
  fileId: string
  versionId: string
  sha1: string
  sizeBytes: number
}

/** Ids only: a name can change, and every delivery of a version must meet the same run. */
export function workflowIdFor(upload: Pick<Upload, 'clientId' | 'fileId' | 'versionId'>): string {
  return `qc/${upload.clientId}/${upload.fileId}/${upload.versionId}`
}

/**
 * UTC time of the event and the last six digits of the version id (their beginnings are alike), and the
 * attempt when it is not the first: `20261124T093000Z-123456`, `20261124T093000Z-123456-2`.
 */
export function sessionFor(eventTime: string, versionId: string, attempt = 1): string {
  const stamp = new Date(eventTime).toISOString().replace(/[-:]/g, '').replace(/\.\d+/, '')
  const session = `${stamp}-${versionId.slice(-6)}`
  return attempt === 1 ? session : `${session}-${attempt}`
}

/** The session at the beginning of a name in `_PROCESSED`; `versionEnd` is that of its version id. */
export function sessionIn(name: string): { session: string; versionEnd: string } | undefined {
  const [, session, versionEnd] = /^(\d{8}T\d{6}Z-(\d{1,6})(?:-\d+)?)_/.exec(name) ?? []
  return session === undefined || versionEnd === undefined ? undefined : { session, versionEnd }
}

/**
 * Tag on a Box file: a person gave this version up, and no sweep starts it again. Newer versions are not
 * affected.
 */
export function abandonedTag(versionId: string): string {
  return `qc-abandoned-${versionId}`
}
