import { createFolder } from '../changes/create-folder'
import { deleteForever, restoreItem, trashItem } from '../changes/trash-item'
import { updateItem } from '../changes/update-item'
import { bodyOf, checkIfMatch, digits, fieldsOf, userOf } from '../http/call'
import type { Answer, Call } from '../http/call'
import { optionalId, optionalText, optionalTexts, requiredId, requiredText } from '../http/json'
import { ApiError, apiErrors } from '../rules/api-error'
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

export function folderRoutes(context: SimulatedBoxContext): Route[] {
  const on = (
    run: (context: SimulatedBoxContext, call: Call, parameters: Parameters) => Answer | Promise<Answer>,
  ) => {
    return (call: Call, parameters: Parameters) => run(context, call, parameters)
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

function create(context: SimulatedBoxContext, call: Call): Answer {
  const body = bodyOf(call)
  const userId = userOf(call)
  const name = requiredText(body, 'name')
  const parentId = digits(requiredId(body, 'parent'))
  const parent = context.access.requireParent(userId, parentId, 'upload')
  const ownerId = context.access.ownerFor(userId, parent)
  context.names.check(parentId, ownerId, name, { conflicts: (id) => [conflictOf(context, userId, id)] })
  const folder = createFolder(context, userId, parent, name)
  return { status: 201, body: view(context, call, folder) }
}

function get(context: SimulatedBoxContext, call: Call, parameters: Parameters): Answer {
  const id = digits(parameters.id)
  const children = { total_count: 0, ...listItems(context, call, id, childrenOf(context, call, id)) }
  if (id === rootId) return { status: 200, body: { ...rootView(context, call), item_collection: children } }
  const folder = folderFor(context, call, id, 'see')
  if (call.ctx.get('if-none-match').replaceAll('"', '') === String(folder.revision)) return { status: 304 }
  const asked = fieldsOf(call)
  const isListed = !asked || asked.includes('item_collection')
  return {
    status: 200,
    body: { ...view(context, call, folder), ...(isListed ? { item_collection: children } : {}) },
  }
}

function update(context: SimulatedBoxContext, call: Call, parameters: Parameters): Answer {
  const folder = changeable(context, call, folderFor(context, call, parameters.id, 'see'))
  checkIfMatch(call, String(folder.revision))
  const body = bodyOf(call)
  const changes = { name: optionalText(body, 'name'), parentId: optionalId(body, 'parent') }
  updateItem(context, userOf(call), folder, {
    ...changes,
    description: optionalText(body, 'description'),
    tags: optionalTexts(body, 'tags'),
  })
  return { status: 200, body: view(context, call, folder) }
}

function trash(context: SimulatedBoxContext, call: Call, parameters: Parameters): Answer {
  const folder = changeable(context, call, folderFor(context, call, parameters.id, 'see'))
  checkIfMatch(call, String(folder.revision))
  const isEmpty = context.store.childrenOf(folder.id).every((child) => child.trashedAt !== null)
  if (!isEmpty && call.entry.query.recursive !== 'true')
    throw new ApiError(400, 'folder_not_empty', 'Cannot delete - folder not empty')
  trashItem(context, userOf(call), folder)
  return { status: 204 }
}

function restore(context: SimulatedBoxContext, call: Call, parameters: Parameters): Answer {
  const folder = folderFor(context, call, parameters.id, 'edit', { mayBeTrashed: true })
  if (folder.trashedAt === null) throw apiErrors.notTrashed()
  const parentId = call.body && optionalId(call.body, 'parent')
  const fallback =
    parentId === undefined
      ? undefined
      : context.access.requireParent(userOf(call), digits(parentId), 'upload')
  restoreItem(context, userOf(call), folder, { name: call.body && optionalText(call.body, 'name'), fallback })
  return { status: 201, body: view(context, call, folder) }
}

function items(context: SimulatedBoxContext, call: Call, parameters: Parameters): Answer {
  const id = digits(parameters.id)
  return { status: 200, body: listItems(context, call, id, childrenOf(context, call, id)) }
}

/**
 * What the user trashed, or what was trashed from the user's folders: not what is in a folder in
 * the trash.
 */
function trashedItems(context: SimulatedBoxContext, call: Call): Answer {
  const userId = userOf(call)
  const trashed = [...context.store.items.values()].filter(
    (item) => item.trashedAt !== null && context.access.has(userId, item, 'edit'),
  )
  return { status: 200, body: listItems(context, call, 'trash', trashed) }
}

function trashedFolder(
  context: SimulatedBoxContext,
  call: Call,
  parameters: Parameters,
  right: Right,
): Folder {
  const folder = folderFor(context, call, parameters.id, right, { mayBeTrashed: true })
  if (!context.store.isTrashed(folder)) throw apiErrors.notTrashed()
  return folder
}

function getTrashed(context: SimulatedBoxContext, call: Call, parameters: Parameters): Answer {
  return { status: 200, body: view(context, call, trashedFolder(context, call, parameters, 'see')) }
}

async function deleteTrashed(
  context: SimulatedBoxContext,
  call: Call,
  parameters: Parameters,
): Promise<Answer> {
  await deleteForever(context, userOf(call), trashedFolder(context, call, parameters, 'edit'))
  return { status: 204 }
}

function childrenOf(context: SimulatedBoxContext, call: Call, id: string) {
  if (id === rootId)
    return context.access.rootItems(userOf(call)).filter((item) => !context.store.isTrashed(item))
  const folder = folderFor(context, call, id, 'see')
  return context.store.childrenOf(folder.id).filter((item) => item.trashedAt === null)
}

function folderFor(
  context: SimulatedBoxContext,
  call: Call,
  id: string | undefined,
  right: Right,
  options?: { mayBeTrashed: boolean },
): Folder {
  return context.access.require(userOf(call), context.store.folder(digits(id)), right, options)
}

function changeable(context: SimulatedBoxContext, call: Call, folder: Folder): Folder {
  if (!context.views.mayChangeItself(userOf(call), folder)) throw apiErrors.forbidden()
  return folder
}

function view(context: SimulatedBoxContext, call: Call, folder: Folder) {
  return context.views.full(userOf(call), folder, fieldsOf(call))
}

function rootView(context: SimulatedBoxContext, call: Call) {
  const user = userMini(context.store, userOf(call))
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
