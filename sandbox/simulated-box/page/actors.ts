import type { Right } from '../rules/access'
import type { Folder, Item, User } from '../state/model'
import type { SimulatedBoxContext } from '../context'

/**
 * Whose hand the page lends: a person who may do it here, as a client would; the owner when there is none.
 */
export function uploaderFor(world: SimulatedBoxContext, folder: Folder): string {
  return personWith(world, folder, 'upload')
}

export function editorFor(world: SimulatedBoxContext, item: Item): string {
  return personWith(world, item, 'edit')
}

/** Needs a right at both ends. */
export function moverFor(world: SimulatedBoxContext, item: Item, destination: Folder): string {
  const mover = people(world).find(
    ({ id }) => world.access.has(id, item, 'edit') && world.access.has(id, destination, 'upload'),
  )
  return mover?.id ?? item.ownerId
}

function personWith(world: SimulatedBoxContext, item: Item, right: Right): string {
  return people(world).find((user) => world.access.has(user.id, item, right))?.id ?? item.ownerId
}

function people(world: SimulatedBoxContext): User[] {
  return [...world.store.users.values()].filter(({ kind }) => kind === 'managed')
}
