import { type ClientMode, isInProcessed, sessionFor, type Upload } from '../workflows/contract'
import { printable } from '../workflows/text'

/** What the configuration says about one INCOMING folder at this moment. */
export interface IncomingFolder {
  clientId: string
  profileId: string
  mode: ClientMode
  /** Lower-case extensions that count as QC; undefined when the profile is missing, which the run reports. */
  extensions: readonly string[] | undefined
}

/** A file version that came into a folder, as Box's event or the sweep describes it. */
export interface ArrivedFile {
  fileId: string
  versionId: string
  name: string
  /** Lower-case hex. */
  sha1: string
  sizeBytes: number
  /** From the root down to the file's parent. */
  folders: { id: string; name: string }[]
  /** ISO 8601, UTC. */
  eventTime: string
}

export type Match<F extends IncomingFolder> =
  { upload: Upload; folder: F } | { ignored: IgnoredReason; message: string }
export type IgnoredReason = 'unknown_folder' | 'processed' | 'extension'

/**
 * The nearest configured ancestor owns the file. A file in the `_PROCESSED` of that INCOMING is our own move
 * coming back, so it is ignored, whoever put it there.
 */
export function matchUpload<F extends IncomingFolder>(
  event: ArrivedFile,
  findIncomingFolder: (folderId: string) => F | undefined,
): Match<F> {
  const { folders, fileId, versionId, name, sha1, sizeBytes, eventTime } = event
  const owner = nearestIncoming(folders, findIncomingFolder)
  if (owner === undefined)
    return {
      ignored: 'unknown_folder',
      message: `Box webhook: no client configured for Box folder ${folders.at(-1)?.id ?? 'unknown'}`,
    }
  const { folder, incomingFolderId, below } = owner
  if (isInProcessed(below))
    return { ignored: 'processed', message: `Box webhook: ignoring file_id=${fileId}, it is in _PROCESSED` }
  const extension = extensionOf(name)
  if (folder.extensions !== undefined && !folder.extensions.includes(extension))
    return {
      ignored: 'extension',
      message: `Box webhook: skipping non-QC extension ${printable(extension, 32) || '(none)'}`,
    }
  const upload: Upload = {
    clientId: folder.clientId,
    fileId,
    versionId,
    name,
    sha1,
    sizeBytes,
    incomingFolderId,
    eventTime,
    origin: 'event',
    attempt: 1,
    session: sessionFor(eventTime, versionId),
    profileId: folder.profileId,
    mode: folder.mode,
    earlierSessions: [],
  }
  return { upload, folder }
}

/** `below`: from INCOMING down to the file's parent. Each folder is looked up once, the nearest first. */
function nearestIncoming<F>(
  folders: ArrivedFile['folders'],
  findIncomingFolder: (folderId: string) => F | undefined,
) {
  for (const [index, { id }] of [...folders.entries()].reverse()) {
    const folder = findIncomingFolder(id)
    if (folder !== undefined) return { folder, incomingFolderId: id, below: folders.slice(index) }
  }
  return undefined
}

function extensionOf(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
}
