import { bodyOf, boundedNumber, digits, fieldsOf, userOf } from '../http/call'
import type { Answer, Call } from '../http/call'
import { isObject, optionalText, requiredText } from '../http/json'
import { ApiError, apiErrors } from '../rules/api-error'
import { rootId } from '../state/model'
import type { Collaboration, Item, Role } from '../state/model'
import { collaborationView } from '../views/collaborations'
import { endMarker } from './folder-items'
import type { SimulatedBoxContext } from '../context'
import type { Parameters, Route } from './route'

export const grantableRoles = [
  'editor',
  'viewer',
  'previewer',
  'uploader',
  'previewer uploader',
  'viewer uploader',
  'co-owner',
] as const

export function collaborationRoutes(context: SimulatedBoxContext): Route[] {
  const on =
    (run: (context: SimulatedBoxContext, call: Call, parameters: Parameters) => Answer) =>
    (call: Call, parameters: Parameters) => {
      return run(context, call, parameters)
    }
  return [
    { method: 'POST', path: '/2.0/collaborations', run: on(create) },
    { method: 'GET', path: '/2.0/collaborations/:id', run: on(get) },
    { method: 'PUT', path: '/2.0/collaborations/:id', run: on(update) },
    { method: 'DELETE', path: '/2.0/collaborations/:id', run: on(remove) },
    { method: 'GET', path: '/2.0/folders/:id/collaborations', run: on(ofFolder) },
    { method: 'GET', path: '/2.0/files/:id/collaborations', run: on(ofFile) },
  ]
}

function create(context: SimulatedBoxContext, call: Call): Answer {
  const body = bodyOf(call)
  const item = itemOf(context, call, body.item)
  const userId = granteeOf(context, body.accessible_by)
  const role = roleOf(requiredText(body, 'role'))
  const isThere = [...context.store.collaborations.values()].some(
    (one) => one.itemId === item.id && one.userId === userId,
  )
  if (isThere || item.ownerId === userId)
    throw new ApiError(400, 'user_already_collaborator', 'User is already a collaborator')
  const now = new Date().toISOString()
  const id = context.store.nextId('collaboration')
  const made: Collaboration = {
    id,
    itemType: item.type,
    itemId: item.id,
    userId,
    role,
    createdAt: now,
    createdBy: userOf(call),
    modifiedAt: now,
  }
  context.store.collaborations.set(id, made)
  context.store.changed()
  context.events.fire('COLLABORATION.CREATED', item, userOf(call))
  return { status: 201, body: view(context, call, made) }
}

function get(context: SimulatedBoxContext, call: Call, parameters: Parameters): Answer {
  return { status: 200, body: view(context, call, collaborationFor(context, call, parameters, 'see')) }
}

function update(context: SimulatedBoxContext, call: Call, parameters: Parameters): Answer {
  const one = collaborationFor(context, call, parameters, 'invite')
  const role = optionalText(bodyOf(call), 'role')
  if (role === 'owner')
    throw apiErrors.badRequest('role', 'changing the owner is not part of the simulated Box.', role)
  if (role !== undefined) one.role = roleOf(role)
  one.modifiedAt = new Date().toISOString()
  context.store.changed()
  return { status: 200, body: view(context, call, one) }
}

function remove(context: SimulatedBoxContext, call: Call, parameters: Parameters): Answer {
  const one = collaborationFor(context, call, parameters, 'see')
  const item = context.store.items.get(one.itemId)
  const isOwn = one.userId === userOf(call)
  if (!isOwn && item && !context.access.has(userOf(call), item, 'invite')) throw apiErrors.forbidden()
  context.store.collaborations.delete(one.id)
  context.store.changed()
  return { status: 204 }
}

function ofFolder(context: SimulatedBoxContext, call: Call, parameters: Parameters): Answer {
  return listed(
    context,
    call,
    context.access.require(userOf(call), context.store.folder(digits(parameters.id)), 'see'),
  )
}

function ofFile(context: SimulatedBoxContext, call: Call, parameters: Parameters): Answer {
  return listed(
    context,
    call,
    context.access.require(userOf(call), context.store.file(digits(parameters.id)), 'see'),
  )
}

function listed(context: SimulatedBoxContext, call: Call, item: Item): Answer {
  const limit = boundedNumber(call, 'limit', 100, 1000)
  const all = [...context.store.collaborations.values()].filter((one) => one.itemId === item.id)
  return {
    status: 200,
    body: {
      limit,
      entries: all.slice(0, limit).map((one) => view(context, call, one)),
      ...endMarker(all.length),
    },
  }
}

function itemOf(context: SimulatedBoxContext, call: Call, item: unknown): Item {
  if (!isObject(item)) throw apiErrors.missing('item')
  const type = requiredText(item, 'type')
  const id = digits(requiredText(item, 'id'))
  if (type === 'folder' && id === rootId) {
    throw new ApiError(
      400,
      'collaborations_not_available_on_root_folder',
      'Root folder cannot be collaborated',
    )
  }
  if (type !== 'file' && type !== 'folder')
    throw new ApiError(400, 'invalid_collaboration_item', "Item type must be specified and set to 'folder'")
  return context.access.require(
    userOf(call),
    type === 'file' ? context.store.file(id) : context.store.folder(id),
    'invite',
  )
}

function granteeOf(context: SimulatedBoxContext, grantee: unknown): string {
  if (!isObject(grantee)) throw apiErrors.missing('accessible_by')
  const id = optionalText(grantee, 'id')
  const login = optionalText(grantee, 'login')
  if (id === undefined && login === undefined) throw apiErrors.missing('accessible_by.id')
  const user = id === undefined ? context.store.userByLogin(login ?? '') : context.store.users.get(id)
  if (!user || user.kind === 'anonymous') throw apiErrors.notFound()
  return user.id
}

function roleOf(text: string): Role {
  const role = grantableRoles.find((one) => one === text)
  if (!role) throw apiErrors.badRequest('role', `expected one of ${grantableRoles.join(', ')}.`, text)
  return role
}

function collaborationFor(
  context: SimulatedBoxContext,
  call: Call,
  parameters: Parameters,
  right: 'see' | 'invite',
): Collaboration {
  const one = context.store.collaborations.get(digits(parameters.id))
  if (!one) throw apiErrors.notFound()
  context.access.require(userOf(call), context.store.items.get(one.itemId), right)
  return one
}

function view(context: SimulatedBoxContext, call: Call, one: Collaboration) {
  return collaborationView(context.store, context.views, userOf(call), one, fieldsOf(call))
}
