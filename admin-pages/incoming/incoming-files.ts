import type { Box, BoxFile } from '../../box/box'
import { isBoxError } from '../../box/box-error'
import { isInProcessed } from '../../workflows/contract'

export interface IncomingFile {
  file: BoxFile
  /** From INCOMING down to the file's parent. */
  folders: { id: string; name: string }[]
}

export interface IncomingList {
  files: IncomingFile[]
  /** INCOMING folders, or folders below, that Box does not show us. */
  problems: { folderId: string; message: string }[]
  /** There is more than a page can hold. */
  isCut: boolean
  /** Why Box, as a whole, could not be read to the end; `files` are those found until then. */
  boxProblem?: string
}

const maxFolders = 60
const maxFiles = 500

/** The files in these INCOMING folders and below, without `_PROCESSED`: one call for each folder. */
export async function incomingFiles(
  box: Pick<Box, 'listFolder'>,
  folderIds: readonly string[],
  isForeign: (folderId: string) => boolean,
  signal: AbortSignal,
): Promise<IncomingList> {
  const list: IncomingList = { files: [], problems: [], isCut: false }
  const pending = folderIds.map((id) => [{ id, name: '' }])
  for (let read = 0; pending.length > 0; read += 1) {
    const folders = pending.shift() ?? []
    const folder = folders.at(-1)
    if (folder === undefined) continue
    if (read >= maxFolders) return { ...list, isCut: true }
    try {
      for await (const item of box.listFolder(folder.id, signal)) {
        if (item.type === 'file' && list.files.length >= maxFiles) return { ...list, isCut: true }
        if (item.type === 'file' && !item.isTrashed) list.files.push({ file: item, folders })
        const way = [...folders, { id: item.id, name: item.name }]
        if (item.type === 'folder' && !isInProcessed(way) && !isForeign(item.id)) pending.push(way)
      }
    } catch (error) {
      if (signal.aborted) return { ...list, boxProblem: 'Box did not answer in time.' }
      if (!isBoxError(error)) throw error
      const isFolderOnly = ['not_found', 'trashed', 'forbidden'].includes(error.kind)
      if (!isFolderOnly) return { ...list, boxProblem: error.message }
      list.problems.push({ folderId: folder.id, message: error.message })
    }
  }
  return list
}
