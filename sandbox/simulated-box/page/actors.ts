import type { Right } from '../rules/access'
import type { Folder, Item, User } from '../state/model'
import type { SimulatedBoxContext } from '../context'

/**
 * As whom the page acts: a person who may do it here, as a client would, or else the owner.
 */
export function uploaderFor(context: SimulatedBoxContext, folder: Folder): string {
  return personWith(context, folder, 'upload')
}

export function editorFor(context: SimulatedBoxContext, item: Item): string {
  return personWith(context, item, 'edit')
}

/** Needs a right at both ends. */
export function moverFor(context: SimulatedBoxContext, item: Item, destination: Folder): string {
  const mover = people(context).find(
    ({ id }) => context.access.has(id, item, 'edit') && context.access.has(id, destination, 'upload'),
  )
  return mover?.id ?? item.ownerId
}

function personWith(context: SimulatedBoxContext, item: Item, right: Right): string {
  return people(context).find((user) => context.access.has(user.id, item, right))?.id ?? item.ownerId
}

function people(context: SimulatedBoxContext): User[] {
  return [...context.store.users.values()].filter(({ kind }) => kind === 'managed')
}
