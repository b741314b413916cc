import type { Box, BoxFolder } from '../../box/box'
import type { Steps } from './steps'
import type { WantedFolder } from './wanted-client'

export interface FolderSearch {
  box: Box
  steps: Steps
  isDryRun: boolean
  /** The folder of all clients, for folders that are known by name. */
  rootId: string | undefined
  linkTo: (folderId: string) => string
}

/** The id of the folder, created below the root when it is missing. Undefined in a dry run when it is. */
export async function findFolder(
  search: FolderSearch,
  what: string,
  wanted: WantedFolder,
): Promise<string | undefined> {
  if ('id' in wanted) return wanted.id
  const parentId = await childFolder(search, wanted.parentName, search.rootId, wanted.parentName)
  return childFolder(search, what, parentId, wanted.name)
}

/** The folder of this name, created when it is missing: Box has one of a name, in capitals or not. */
export async function childFolder(
  { box, steps, isDryRun, linkTo }: FolderSearch,
  what: string,
  parentId: string | undefined,
  name: string,
): Promise<string | undefined> {
  const present = parentId === undefined ? undefined : await folderNamed(box, parentId, name)
  if (present !== undefined) {
    steps.add(what, 'none', `"${present.name}"  ${linkTo(present.id)}`)
    return present.id
  }
  if (isDryRun || parentId === undefined) {
    steps.add(what, 'created', `"${name}"`)
    return undefined
  }
  const created = await box.createFolder(parentId, name)
  steps.add(what, 'created', `"${created.name}"  ${linkTo(created.id)}`)
  return created.id
}

async function folderNamed(box: Box, parentId: string, name: string): Promise<BoxFolder | undefined> {
  for await (const item of box.listFolder(parentId))
    if (item.type === 'folder' && item.name.toLowerCase() === name.toLowerCase()) return item
  return undefined
}
