import { createFolder } from '../changes/create-folder'
import { deleteForever, restoreItem, trashItem } from '../changes/trash-item'
import { updateItem } from '../changes/update-item'
import { bodyOf, checkIfMatch, digits, fieldsOf, userOf } from '../http/call'
import type { Answer, Call } from '../http/call'
import { optionalId, optionalText, optionalTexts, requiredId, requiredText } from '../http/json'
import { BoxError, refusals } from '../rules/box-error'
import type { Right } from '../rules/access'
import { rootId } from '../state/model'
import type { Folder } from '../state/model'
import { selectFields } from '../views/fields'
import { rootMini } from '../views/items'
import { userMini } from '../views/users'
import type { SimulatedBoxContext } from '../context'
import { conflictOf } from './files'
import { listItems } from './folder-items'
import type { Parameters, Route } from './route'

export function folderRoutes(world: SimulatedBoxContext): Route[] {
  const on = (
    run: (world: SimulatedBoxContext, call: Call, parameters: Parameters) => Answer | Promise<Answer>,
  ) => {
    return (call: Call, parameters: Parameters) => run(world, call, parameters)
  }
  return [
    { method: 'POST', path: '/2.0/folders', run: on(create) },
    { method: 'GET', path: '/2.0/folders/trash/items', run: on(trashedItems) },
    { method: 'GET', path: '/2.0/folders/:id', run: on(get) },
    { method: 'PUT', path: '/2.0/folders/:id', run: on(update) },
    { method: 'DELETE', path: '/2.0/folders/:id', run: on(trash) },
    { method: 'POST', path: '/2.0/folders/:id', run: on(restore) },
    { method: 'GET', path: '/2.0/folders/:id/items', run: on(items) },
    { method: 'GET', path: '/2.0/folders/:id/trash', run: on(getTrashed) },
    { method: 'DELETE', path: '/2.0/folders/:id/trash', run: on(deleteTrashed) },
  ]
}

function create(world: SimulatedBoxContext, call: Call): Answer {
  const body = bodyOf(call)
  const userId = userOf(call)
  const name = requiredText(body, 'name')
  const parentId = digits(requiredId(body, 'parent'))
  const parent = world.access.requireParent(userId, parentId, 'upload')
  const ownerId = world.access.ownerFor(userId, parent)
  world.names.check(parentId, ownerId, name, { conflicts: (id) => [conflictOf(world, userId, id)] })
  const folder = createFolder(world, userId, parent, name)
  return { status: 201, body: view(world, call, folder) }
}

function get(world: SimulatedBoxContext, call: Call, parameters: Parameters): Answer {
  const id = digits(parameters.id)
  const children = { total_count: 0, ...listItems(world, call, id, childrenOf(world, call, id)) }
  if (id === rootId) return { status: 200, body: { ...rootView(world, call), item_collection: children } }
  const folder = folderFor(world, call, id, 'see')
  if (call.ctx.get('if-none-match').replaceAll('"', '') === String(folder.revision)) return { status: 304 }
  const asked = fieldsOf(call)
  const isListed = !asked || asked.includes('item_collection')
  return {
    status: 200,
    body: { ...view(world, call, folder), ...(isListed ? { item_collection: children } : {}) },
  }
}

function update(world: SimulatedBoxContext, call: Call, parameters: Parameters): Answer {
  const folder = changeable(world, call, folderFor(world, call, parameters.id, 'see'))
  checkIfMatch(call, String(folder.revision))
  const body = bodyOf(call)
  const changes = { name: optionalText(body, 'name'), parentId: optionalId(body, 'parent') }
  updateItem(world, userOf(call), folder, {
    ...changes,
    description: optionalText(body, 'description'),
    tags: optionalTexts(body, 'tags'),
  })
  return { status: 200, body: view(world, call, folder) }
}

function trash(world: SimulatedBoxContext, call: Call, parameters: Parameters): Answer {
  const folder = changeable(world, call, folderFor(world, call, parameters.id, 'see'))
  checkIfMatch(call, String(folder.revision))
  const isEmpty = world.store.childrenOf(folder.id).every((child) => child.trashedAt !== null)
  if (!isEmpty && call.entry.query.recursive !== 'true')
    throw new BoxError(400, 'folder_not_empty', 'Cannot delete - folder not empty')
  trashItem(world, userOf(call), folder)
  return { status: 204 }
}

function restore(world: SimulatedBoxContext, call: Call, parameters: Parameters): Answer {
  const folder = folderFor(world, call, parameters.id, 'edit', { mayBeTrashed: true })
  if (folder.trashedAt === null) throw refusals.notTrashed()
  const parentId = call.body && optionalId(call.body, 'parent')
  const fallback =
    parentId === undefined ? undefined : world.access.requireParent(userOf(call), digits(parentId), 'upload')
  restoreItem(world, userOf(call), folder, { name: call.body && optionalText(call.body, 'name'), fallback })
  return { status: 201, body: view(world, call, folder) }
}

function items(world: SimulatedBoxContext, call: Call, parameters: Parameters): Answer {
  const id = digits(parameters.id)
  return { status: 200, body: listItems(world, call, id, childrenOf(world, call, id)) }
}

/**
 * What the user threw away himself, or what was thrown away from his folders: not what lies in a folder in
 * the trash.
 */
function trashedItems(world: SimulatedBoxContext, call: Call): Answer {
  const userId = userOf(call)
  const trashed = [...world.store.items.values()].filter(
    (item) => item.trashedAt !== null && world.access.has(userId, item, 'edit'),
  )
  return { status: 200, body: listItems(world, call, 'trash', trashed) }
}

function trashedFolder(world: SimulatedBoxContext, call: Call, parameters: Parameters, right: Right): Folder {
  const folder = folderFor(world, call, parameters.id, right, { mayBeTrashed: true })
  if (!world.store.isTrashed(folder)) throw refusals.notTrashed()
  return folder
}

function getTrashed(world: SimulatedBoxContext, call: Call, parameters: Parameters): Answer {
  return { status: 200, body: view(world, call, trashedFolder(world, call, parameters, 'see')) }
}

async function deleteTrashed(
  world: SimulatedBoxContext,
  call: Call,
  parameters: Parameters,
): Promise<Answer> {
  await deleteForever(world, userOf(call), trashedFolder(world, call, parameters, 'edit'))
  return { status: 204 }
}

function childrenOf(world: SimulatedBoxContext, call: Call, id: string) {
  if (id === rootId)
    return world.access.rootItems(userOf(call)).filter((item) => !world.store.isTrashed(item))
  const folder = folderFor(world, call, id, 'see')
  return world.store.childrenOf(folder.id).filter((item) => item.trashedAt === null)
}

function folderFor(
  world: SimulatedBoxContext,
  call: Call,
  id: string | undefined,
  right: Right,
  options?: { mayBeTrashed: boolean },
): Folder {
  return world.access.require(userOf(call), world.store.folder(digits(id)), right, options)
}

function changeable(world: SimulatedBoxContext, call: Call, folder: Folder): Folder {
  if (!world.views.mayChangeItself(userOf(call), folder)) throw refusals.forbidden()
  return folder
}

function view(world: SimulatedBoxContext, call: Call, folder: Folder) {
  return world.views.full(userOf(call), folder, fieldsOf(call))
}

function rootView(world: SimulatedBoxContext, call: Call) {
  const user = userMini(world.store, userOf(call))
  const dates = {
    created_at: null,
    modified_at: null,
    trashed_at: null,
    purged_at: null,
    content_created_at: null,
    content_modified_at: null,
  }
  const people = {
    created_by: user,
    modified_by: user,
    owned_by: user,
    shared_link: null,
    folder_upload_email: null,
    parent: null,
  }
  const path = { path_collection: { total_count: 0, entries: [] } }
  const all = { ...rootMini(), description: '', size: 0, ...path, ...dates, ...people, item_status: 'active' }
  return selectFields(all, Object.keys(all), fieldsOf(call))
}
