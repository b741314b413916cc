import { rootId } from '../state/model'
import type { Folder } from '../state/model'
import type { SimulatedBoxContext } from '../context'

/** The name was checked by the caller. */
export function createFolder(
  context: SimulatedBoxContext,
  userId: string,
  parent: Folder | undefined,
  name: string,
): Folder {
  const { store } = context
  const now = new Date().toISOString()
  const folder: Folder = {
    ...{
      type: 'folder',
      id: store.nextId('folder'),
      name,
      parentId: parent?.id ?? rootId,
      ownerId: context.access.ownerFor(userId, parent),
    },
    ...{
      revision: 0,
      description: '',
      tags: [],
      createdAt: now,
      createdBy: userId,
      modifiedAt: now,
      modifiedBy: userId,
      trashedAt: null,
    },
  }
  store.putItem(folder)
  store.changed()
  context.events.fire('FOLDER.CREATED', folder, userId)
  return folder
}
