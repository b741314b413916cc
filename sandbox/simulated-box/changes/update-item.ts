import { apiErrors } from '../rules/api-error'
import { ApiError } from '../rules/api-error'
import { checkDescription, checkTags, keptDescription } from '../rules/item-text'
import { rootId } from '../state/model'
import type { Folder, Item } from '../state/model'
import type { SimulatedBoxContext } from '../context'
import { touch } from './touch'

export interface ItemUpdate {
  name?: string
  parentId?: string
  description?: string
  tags?: string[]
}

/**
 * Renames, moves (both at once if asked), describes, tags. A conflict of names gives no id here: Box does not
 * either. Moving fires FILE.UPLOADED at the new location, also within one webhook's tree; renaming fires
 * FILE.RENAMED only.
 */
export function updateItem(
  context: SimulatedBoxContext,
  userId: string,
  item: Item,
  update: ItemUpdate,
): void {
  const { store } = context
  checkDescription(update.description)
  checkTags(update.tags)
  const parentId = update.parentId ?? item.parentId
  const name = update.name ?? item.name
  const isMoved = parentId !== item.parentId
  const isRenamed = name !== item.name
  const parent = isMoved ? destination(context, userId, item, parentId) : store.folder(item.parentId)
  const ownerId = isMoved ? context.access.ownerFor(userId, parent) : item.ownerId
  if (isMoved || isRenamed) context.names.check(parentId, ownerId, name, { exceptId: item.id })
  item.name = name
  item.description = keptDescription(update.description) ?? item.description
  item.tags = update.tags ?? item.tags
  if (isMoved) {
    store.reparent(item, parentId)
    giveTo(context, item, ownerId)
  }
  touch(context, item, userId)
  if (isMoved) fireMove(context, item, userId)
  if (isRenamed) context.events.fire(item.type === 'file' ? 'FILE.RENAMED' : 'FOLDER.RENAMED', item, userId)
}

function destination(
  context: SimulatedBoxContext,
  userId: string,
  item: Item,
  parentId: string,
): Folder | undefined {
  if (parentId === rootId) return undefined
  const parent = context.store.folder(parentId)
  // Moved into a folder that the user does not see, a file gets 403 and a folder 404 from Box.
  if (item.type === 'file' && (!parent || !context.access.has(userId, parent, 'see')))
    throw apiErrors.forbidden()
  const allowed = context.access.require(userId, parent, 'upload')
  const isOwnDescendant = [allowed, ...context.store.ancestorsOf(allowed)].some(
    (folder) => folder.id === item.id,
  )
  if (isOwnDescendant)
    throw new ApiError(400, 'cyclical_folder_structure', 'Folder move creates cyclical folder structure')
  return allowed
}

function giveTo(context: SimulatedBoxContext, item: Item, ownerId: string): void {
  item.ownerId = ownerId
  for (const child of item.type === 'folder' ? context.store.childrenOf(item.id) : [])
    giveTo(context, child, ownerId)
}

/** When a whole folder is moved, its files fire no events. */
function fireMove(context: SimulatedBoxContext, item: Item, userId: string): void {
  if (item.type === 'folder') {
    context.events.fire('FOLDER.MOVED', item, userId)
    return
  }
  context.events.fire('FILE.MOVED', item, userId)
  context.events.fire('FILE.UPLOADED', item, userId)
}
