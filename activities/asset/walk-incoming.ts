import type { Box, BoxFile } from '../../box/box'
import { isBoxError } from '../../box/box-error'
import { isInProcessed } from '../../workflows/contract'

export interface FoundFile {
  file: BoxFile
  /** From INCOMING down to the file's parent. */
  folders: Folder[]
}

interface Folder {
  id: string
  name: string
}

export interface Walk {
  folders: number
  boxCalls: number
  isComplete: boolean
}

export interface WalkOptions {
  box: Box
  incomingFolderIds: string[]
  /** Folders that belong to other clients, or hold reports: not entered. */
  isForeign: (folderId: string) => boolean
  /** Counts what the walk does; its calls go on from `walk.boxCalls`. */
  walk: Walk
  maxBoxCalls: number
  /** The folder or INCOMING that Box refuses to list. */
  onProblem: (incomingFolderId: string, message: string) => void
  signal: AbortSignal
}

const itemsPerCall = 1000

/**
 * All files in these INCOMING folders and below, without `_PROCESSED`. One call after the other: one for each
 * folder and each 1,000 items. Folders come in random order, so that a walk that ends at `maxBoxCalls` does
 * not always leave out the same ones.
 */
export async function* walkIncoming(options: WalkOptions): AsyncGenerator<FoundFile> {
  const { incomingFolderIds, walk, maxBoxCalls } = options
  const pending: Folder[][] = incomingFolderIds.map((id) => [{ id, name: '' }])
  while (pending.length > 0) {
    if (walk.boxCalls >= maxBoxCalls) {
      walk.isComplete = false
      return
    }
    const [folders = []] = pending.splice(Math.floor(Math.random() * pending.length), 1)
    yield* filesIn(folders, pending, options)
  }
}

async function* filesIn(
  folders: Folder[],
  pending: Folder[][],
  { box, isForeign, walk, onProblem, signal }: WalkOptions,
): AsyncGenerator<FoundFile> {
  const [incoming, folder] = [folders[0], folders.at(-1)]
  if (incoming === undefined || folder === undefined) return
  walk.folders += 1
  walk.boxCalls += 1
  let items = 0
  try {
    for await (const item of box.listFolder(folder.id, signal)) {
      items += 1
      if (items % itemsPerCall === 1 && items > 1) walk.boxCalls += 1
      if (item.type === 'file' && !item.isTrashed) yield { file: item, folders }
      if (item.type === 'folder' && !isInProcessed([...folders, item]) && !isForeign(item.id))
        pending.push([...folders, { id: item.id, name: item.name }])
    }
  } catch (error) {
    if (!isBoxError(error, 'not_found', 'trashed', 'forbidden')) throw error
    onProblem(incoming.id, error.message)
  }
}
