import { refusals } from '../rules/box-error'
import type { Folder, Item } from '../state/model'
import type { SimulatedBoxContext } from '../context'
import { touch } from './touch'

/** Into the trash, with everything below. */
export function trashItem(world: SimulatedBoxContext, userId: string, item: Item): void {
  world.events.fire(item.type === 'file' ? 'FILE.TRASHED' : 'FOLDER.TRASHED', item, userId)
  item.trashedAt = new Date().toISOString()
  touch(world, item, userId)
}

/** Out of the trash: to its old place, or to the given one when that is gone or in the trash itself. */
export function restoreItem(
  world: SimulatedBoxContext,
  userId: string,
  item: Item,
  options: { name?: string; fallback?: Folder },
): void {
  const { store } = world
  const parent = store.folder(item.parentId)
  const isParentThere = item.parentId === '0' || (parent !== undefined && !store.isTrashed(parent))
  if (!isParentThere && !options.fallback) throw refusals.notFound()
  const parentId = isParentThere ? item.parentId : (options.fallback?.id ?? item.parentId)
  const name = options.name ?? item.name
  world.names.check(parentId, item.ownerId, name, { exceptId: item.id })
  item.name = name
  item.trashedAt = null
  store.reparent(item, parentId)
  touch(world, item, userId)
  world.events.fire(item.type === 'file' ? 'FILE.RESTORED' : 'FOLDER.RESTORED', item, userId)
}

/** For good, bytes included. */
export async function deleteForever(world: SimulatedBoxContext, userId: string, item: Item): Promise<void> {
  if (item.type === 'folder')
    for (const child of world.store.childrenOf(item.id)) await deleteForever(world, userId, child)
  world.events.fire(item.type === 'file' ? 'FILE.DELETED' : 'FOLDER.DELETED', item, userId)
  world.store.removeItem(item)
  world.store.changed()
  if (item.type === 'file') for (const version of item.versions) await world.state.contents.forget(version.id)
}
