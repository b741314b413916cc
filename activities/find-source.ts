import { setTimeout as wait } from 'node:timers/promises'

import { type FoundSource, isProcessed, type Upload } from '../workflows/contract'
import type { Dependencies } from './asset/dependencies'
import { findFile, requireIncoming } from './asset/locate'
import { patiently } from './asset/patiently'
import { isOwner } from './asset/require-client'
import type { Activity } from './worker/as-activity'

/**
 * Where the file is now, seen from all INCOMING folders of its client. Box answers 404 also for a moment, and
 * for a folder that it hides from us: `gone` only after every INCOMING was readable and the file still
 * missing. Throws `access_lost` when one stays unreadable.
 */
export function createFindSource(deps: Dependencies, lookAgainMs = 5_000): Activity<[Upload], FoundSource> {
  const { box, client, accessPatienceMs } = deps
  return async (work, upload) => {
    const { signal } = work
    const configured = client(upload.clientId)?.incomingFolders ?? []
    // A folder that was removed from the configuration still counts, one of another client does not.
    const own = (await isOwner(deps, work, upload)) ? [upload.incomingFolderId] : []
    const folderIds = new Set([...own, ...configured.map(({ folderId }) => folderId)])
    const look = async () => locationOf(await findFile(box, upload.fileId, signal), folderIds)

    const first = await look()
    if (first.location !== 'gone') return first
    await wait(lookAgainMs, undefined, { signal })
    const requireAll = async () => {
      for (const folderId of folderIds) await requireIncoming(box, folderId, signal)
    }
    await patiently({ accessPatienceMs }, work, requireAll)
    return look()
  }
}

/** The nearest INCOMING above the file owns it. */
function locationOf(file: Awaited<ReturnType<typeof findFile>>, folderIds: ReadonlySet<string>): FoundSource {
  if (file === undefined || file === 'trashed') return { location: 'gone' }
  const position = file.ancestors.findLastIndex(({ id }) => folderIds.has(id))
  const incoming = file.ancestors[position]
  if (incoming === undefined) return { location: 'gone' }
  return isProcessed(file, file.ancestors.slice(position))
    ? { location: 'processed', name: file.name }
    : { location: 'incoming', incomingFolderId: incoming.id, versionId: file.versionId }
}
