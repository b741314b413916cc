import { isObject, optionalText, requiredText } from '../http/json'
import type { JsonObject } from '../http/json'
import { refusals } from '../rules/box-error'
import { rootId } from '../state/model'
import type { Role } from '../state/model'
import { createFolder } from '../changes/create-folder'
import { grantableRoles } from '../routes/collaborations'
import type { SimulatedBoxContext } from '../context'

export interface Seeded {
  users: Record<string, string>
  folders: Record<string, string>
}

/** Users, folders of the admin, and roles. Safe to repeat: what is there already keeps its id. */
export function seed(world: SimulatedBoxContext, order: JsonObject): Seeded {
  const users: Record<string, string> = {
    serviceAccount: world.state.app.serviceAccountId,
    admin: world.state.admin.id,
  }
  const folders: Record<string, string> = {}
  for (const one of objects(order, 'users')) users[requiredText(one, 'key')] = seedUser(world, one)
  for (const one of objects(order, 'folders'))
    folders[requiredText(one, 'key')] = seedFolder(world, one, folders)
  for (const one of objects(order, 'collaborations')) {
    const folderId = lookUp(folders, requiredText(one, 'folder'))
    setRole(world, folderId, lookUp(users, requiredText(one, 'user')), requiredText(one, 'role'))
  }
  world.store.changed()
  return { users, folders }
}

/** Grants, changes or (null) takes away a role on a folder, as the folder's owner would. */
export function setRole(
  world: SimulatedBoxContext,
  itemId: string,
  userId: string,
  role: string | null,
): void {
  const item = world.store.items.get(itemId)
  if (!item) throw refusals.badRequest('folderId', 'expected the id of a folder or file.', itemId)
  if (!world.store.users.has(userId))
    throw refusals.badRequest('userId', 'expected the id of a user.', userId)
  const existing = [...world.store.collaborations.values()].find(
    (one) => one.itemId === itemId && one.userId === userId,
  )
  if (role === null) world.store.collaborations.delete(existing?.id ?? '')
  else if (existing) existing.role = roleOf(role)
  else {
    const now = new Date().toISOString()
    const id = world.store.nextId('collaboration')
    const made = {
      id,
      itemType: item.type,
      itemId,
      userId,
      role: roleOf(role),
      createdAt: now,
      createdBy: item.ownerId,
      modifiedAt: now,
    }
    world.store.collaborations.set(id, made)
  }
  world.store.changed()
}

function seedUser(world: SimulatedBoxContext, one: JsonObject): string {
  const name = requiredText(one, 'name')
  const login = optionalText(one, 'login') ?? `${requiredText(one, 'key').toLowerCase()}@client.example`
  const existing = world.store.userByLogin(login)
  if (existing) return existing.id
  const id = world.store.nextId('user')
  world.store.users.set(id, { id, name, login, kind: 'managed', createdAt: new Date().toISOString() })
  return id
}

function seedFolder(world: SimulatedBoxContext, one: JsonObject, folders: Record<string, string>): string {
  const name = requiredText(one, 'name')
  const parent = optionalText(one, 'parent')
  const parentId = parent === undefined ? rootId : lookUp(folders, parent)
  const adminId = world.state.admin.id
  const existing = world.store.childNamed(parentId, adminId, name)
  if (existing?.type === 'folder') return existing.id
  world.names.check(parentId, adminId, name)
  return createFolder(world, adminId, world.store.folder(parentId), name).id
}

function roleOf(text: string): Role {
  const role = grantableRoles.find((one) => one === text)
  if (!role) throw refusals.badRequest('role', `expected one of ${grantableRoles.join(', ')}.`, text)
  return role
}

/** A key of this order, or an id. */
function lookUp(known: Record<string, string>, keyOrId: string): string {
  const id = known[keyOrId] ?? keyOrId
  if (!/^\d+$/.test(id))
    throw refusals.badRequest('key', 'expected an id or a key that stands earlier in this order.', keyOrId)
  return id
}

function objects(order: JsonObject, name: string): JsonObject[] {
  const value = order[name] ?? []
  if (!Array.isArray(value)) throw refusals.badRequest(name, 'expected an array.', value)
  return value.map((one: unknown) => {
    if (!isObject(one)) throw refusals.badRequest(name, 'expected objects.', one)
    return one
  })
}
