import { isObject, optionalText, requiredText } from '../http/json'
import type { JsonObject } from '../http/json'
import { apiErrors } from '../rules/api-error'
import { rootId } from '../state/model'
import type { Role } from '../state/model'
import { createFolder } from '../changes/create-folder'
import { grantableRoles } from '../routes/collaborations'
import type { SimulatedBoxContext } from '../context'

export interface Seeded {
  users: Record<string, string>
  folders: Record<string, string>
}

/** Users, folders of the admin, and roles. Safe to repeat: existing items keep their ids. */
export function seed(context: SimulatedBoxContext, order: JsonObject): Seeded {
  const users: Record<string, string> = {
    serviceAccount: context.state.app.serviceAccountId,
    admin: context.state.admin.id,
  }
  const folders: Record<string, string> = {}
  for (const one of objects(order, 'users')) users[requiredText(one, 'key')] = seedUser(context, one)
  for (const one of objects(order, 'folders'))
    folders[requiredText(one, 'key')] = seedFolder(context, one, folders)
  for (const one of objects(order, 'collaborations')) {
    const folderId = lookUp(folders, requiredText(one, 'folder'))
    setRole(context, folderId, lookUp(users, requiredText(one, 'user')), requiredText(one, 'role'))
  }
  context.store.changed()
  return { users, folders }
}

/** Grants, changes or (null) takes away a role on a folder, as the folder's owner would. */
export function setRole(
  context: SimulatedBoxContext,
  itemId: string,
  userId: string,
  role: string | null,
): void {
  const item = context.store.items.get(itemId)
  if (!item) throw apiErrors.badRequest('folderId', 'expected the id of a folder or file.', itemId)
  if (!context.store.users.has(userId))
    throw apiErrors.badRequest('userId', 'expected the id of a user.', userId)
  const existing = [...context.store.collaborations.values()].find(
    (one) => one.itemId === itemId && one.userId === userId,
  )
  if (role === null) context.store.collaborations.delete(existing?.id ?? '')
  else if (existing) existing.role = roleOf(role)
  else {
    const now = new Date().toISOString()
    const id = context.store.nextId('collaboration')
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
    context.store.collaborations.set(id, made)
  }
  context.store.changed()
}

function seedUser(context: SimulatedBoxContext, one: JsonObject): string {
  const name = requiredText(one, 'name')
  const login = optionalText(one, 'login') ?? `${requiredText(one, 'key').toLowerCase()}@client.example`
  const existing = context.store.userByLogin(login)
  if (existing) return existing.id
  const id = context.store.nextId('user')
  context.store.users.set(id, { id, name, login, kind: 'managed', createdAt: new Date().toISOString() })
  return id
}

function seedFolder(context: SimulatedBoxContext, one: JsonObject, folders: Record<string, string>): string {
  const name = requiredText(one, 'name')
  const parent = optionalText(one, 'parent')
  const parentId = parent === undefined ? rootId : lookUp(folders, parent)
  const adminId = context.state.admin.id
  const existing = context.store.childNamed(parentId, adminId, name)
  if (existing?.type === 'folder') return existing.id
  context.names.check(parentId, adminId, name)
  return createFolder(context, adminId, context.store.folder(parentId), name).id
}

function roleOf(text: string): Role {
  const role = grantableRoles.find((one) => one === text)
  if (!role) throw apiErrors.badRequest('role', `expected one of ${grantableRoles.join(', ')}.`, text)
  return role
}

/** A key of this order, or an id. */
function lookUp(known: Record<string, string>, keyOrId: string): string {
  const id = known[keyOrId] ?? keyOrId
  if (!/^\d+$/.test(id))
    throw apiErrors.badRequest('key', 'expected an id or an earlier key of this order.', keyOrId)
  return id
}

function objects(order: JsonObject, name: string): JsonObject[] {
  const value = order[name] ?? []
  if (!Array.isArray(value)) throw apiErrors.badRequest(name, 'expected an array.', value)
  return value.map((one: unknown) => {
    if (!isObject(one)) throw apiErrors.badRequest(name, 'expected objects.', one)
    return one
  })
}
