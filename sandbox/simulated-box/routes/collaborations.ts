import { bodyOf, boundedNumber, digits, fieldsOf, userOf } from '../http/call'
import type { Answer, Call } from '../http/call'
import { isObject, optionalText, requiredText } from '../http/json'
import { BoxError, refusals } from '../rules/box-error'
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

export function collaborationRoutes(world: SimulatedBoxContext): Route[] {
  const on =
    (run: (world: SimulatedBoxContext, call: Call, parameters: Parameters) => Answer) =>
    (call: Call, parameters: Parameters) => {
      return run(world, call, parameters)
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

function create(world: SimulatedBoxContext, call: Call): Answer {
  const body = bodyOf(call)
  const item = itemOf(world, call, body.item)
  const userId = granteeOf(world, body.accessible_by)
  const role = roleOf(requiredText(body, 'role'))
  const isThere = [...world.store.collaborations.values()].some(
    (one) => one.itemId === item.id && one.userId === userId,
  )
  if (isThere || item.ownerId === userId)
    throw new BoxError(400, 'user_already_collaborator', 'User is already a collaborator')
  const now = new Date().toISOString()
  const id = world.store.nextId('collaboration')
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
  world.store.collaborations.set(id, made)
  world.store.changed()
  world.events.fire('COLLABORATION.CREATED', item, userOf(call))
  return { status: 201, body: view(world, call, made) }
}

function get(world: SimulatedBoxContext, call: Call, parameters: Parameters): Answer {
  return { status: 200, body: view(world, call, collaborationFor(world, call, parameters, 'see')) }
}

function update(world: SimulatedBoxContext, call: Call, parameters: Parameters): Answer {
  const one = collaborationFor(world, call, parameters, 'invite')
  const role = optionalText(bodyOf(call), 'role')
  if (role === 'owner')
    throw refusals.badRequest('role', 'changing the owner is not part of the simulated Box.', role)
  if (role !== undefined) one.role = roleOf(role)
  one.modifiedAt = new Date().toISOString()
  world.store.changed()
  return { status: 200, body: view(world, call, one) }
}

function remove(world: SimulatedBoxContext, call: Call, parameters: Parameters): Answer {
  const one = collaborationFor(world, call, parameters, 'see')
  const item = world.store.items.get(one.itemId)
  const isOwn = one.userId === userOf(call)
  if (!isOwn && item && !world.access.has(userOf(call), item, 'invite')) throw refusals.forbidden()
  world.store.collaborations.delete(one.id)
  world.store.changed()
  return { status: 204 }
}

function ofFolder(world: SimulatedBoxContext, call: Call, parameters: Parameters): Answer {
  return listed(
    world,
    call,
    world.access.require(userOf(call), world.store.folder(digits(parameters.id)), 'see'),
  )
}

function ofFile(world: SimulatedBoxContext, call: Call, parameters: Parameters): Answer {
  return listed(
    world,
    call,
    world.access.require(userOf(call), world.store.file(digits(parameters.id)), 'see'),
  )
}

function listed(world: SimulatedBoxContext, call: Call, item: Item): Answer {
  const limit = boundedNumber(call, 'limit', 100, 1000)
  const all = [...world.store.collaborations.values()].filter((one) => one.itemId === item.id)
  return {
    status: 200,
    body: {
      limit,
      entries: all.slice(0, limit).map((one) => view(world, call, one)),
      ...endMarker(all.length),
    },
  }
}

function itemOf(world: SimulatedBoxContext, call: Call, item: unknown): Item {
  if (!isObject(item)) throw refusals.missing('item')
  const type = requiredText(item, 'type')
  const id = digits(requiredText(item, 'id'))
  if (type === 'folder' && id === rootId) {
    throw new BoxError(
      400,
      'collaborations_not_available_on_root_folder',
      'Root folder cannot be collaborated',
    )
  }
  if (type !== 'file' && type !== 'folder')
    throw new BoxError(400, 'invalid_collaboration_item', "Item type must be specified and set to 'folder'")
  return world.access.require(
    userOf(call),
    type === 'file' ? world.store.file(id) : world.store.folder(id),
    'invite',
  )
}

function granteeOf(world: SimulatedBoxContext, grantee: unknown): string {
  if (!isObject(grantee)) throw refusals.missing('accessible_by')
  const id = optionalText(grantee, 'id')
  const login = optionalText(grantee, 'login')
  if (id === undefined && login === undefined) throw refusals.missing('accessible_by.id')
  const user = id === undefined ? world.store.userByLogin(login ?? '') : world.store.users.get(id)
  if (!user || user.kind === 'anonymous') throw refusals.notFound()
  return user.id
}

function roleOf(text: string): Role {
  const role = grantableRoles.find((one) => one === text)
  if (!role) throw refusals.badRequest('role', `expected one of ${grantableRoles.join(', ')}.`, text)
  return role
}

function collaborationFor(
  world: SimulatedBoxContext,
  call: Call,
  parameters: Parameters,
  right: 'see' | 'invite',
): Collaboration {
  const one = world.store.collaborations.get(digits(parameters.id))
  if (!one) throw refusals.notFound()
  world.access.require(userOf(call), world.store.items.get(one.itemId), right)
  return one
}

function view(world: SimulatedBoxContext, call: Call, one: Collaboration) {
  return collaborationView(world.store, world.views, userOf(call), one, fieldsOf(call))
}
