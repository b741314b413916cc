import { apiErrors } from '../rules/api-error'
import type { Folder, Item } from '../state/model'
import type { SimulatedBoxContext } from '../context'
import { touch } from './touch'

/** Into the trash, with everything below. */
export function trashItem(context: SimulatedBoxContext, userId: string, item: Item): void {
  context.events.fire(item.type === 'file' ? 'FILE.TRASHED' : 'FOLDER.TRASHED', item, userId)
  item.trashedAt = new Date().toISOString()
  touch(context, item, userId)
}

/** Out of the trash: to its old folder, or to the given one when that was deleted or trashed. */
export function restoreItem(
  context: SimulatedBoxContext,
  userId: string,
  item: Item,
  options: { name?: string; fallback?: Folder },
): void {
  const { store } = context
  const parent = store.folder(item.parentId)
  const isParentThere = item.parentId === '0' || (parent !== undefined && !store.isTrashed(parent))
  if (!isParentThere && !options.fallback) throw apiErrors.notFound()
  const parentId = isParentThere ? item.parentId : (options.fallback?.id ?? item.parentId)
  const name = options.name ?? item.name
  context.names.check(parentId, item.ownerId, name, { exceptId: item.id })
  item.name = name
  item.trashedAt = null
  store.reparent(item, parentId)
  touch(context, item, userId)
  context.events.fire(item.type === 'file' ? 'FILE.RESTORED' : 'FOLDER.RESTORED', item, userId)
}

/** For good, bytes included. */
export async function deleteForever(context: SimulatedBoxContext, userId: string, item: Item): Promise<void> {
  if (item.type === 'folder')
    for (const child of context.store.childrenOf(item.id)) await deleteForever(context, userId, child)
  context.events.fire(item.type === 'file' ? 'FILE.DELETED' : 'FOLDER.DELETED', item, userId)
  context.store.removeItem(item)
  context.store.changed()
  if (item.type === 'file')
    for (const version of item.versions) await context.state.contents.forget(version.id)
}
