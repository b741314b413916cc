import { ApiError, apiErrors } from './api-error'
import type { Store } from '../state/store'

const maximumNameLength = 255

/** Box's rules for the names of files and folders. Throws `item_name_invalid` or `item_name_too_long`. */
function checkName(name: string): void {
  if (Array.from(name).length > maximumNameLength)
    throw new ApiError(400, 'item_name_too_long', 'Item name too long')
  if (name === '' || name === '.' || name === '..') throw invalidName()
  if (/[/\\]/.test(name) || /[\u0000-\u001f\u007f]/.test(name)) throw invalidName()
  if (name !== name.trim()) throw invalidName()
}

/**
 * Names that an upload in flight holds: Box lets the first of two continue and refuses the second one for
 * now. Tests can reserve a name for a number of refusals.
 */
export class NameReservations {
  private readonly inFlight = new Map<string, number>()
  private readonly ordered = new Map<string, number>()

  constructor(private readonly store: Store) {}

  order(parentId: string, name: string, times: number): void {
    this.ordered.set(key(parentId, name), times)
  }

  /** Holds the name until the returned function is called. */
  hold(parentId: string, name: string): () => void {
    const held = key(parentId, name)
    this.inFlight.set(held, (this.inFlight.get(held) ?? 0) + 1)
    return () => {
      const rest = (this.inFlight.get(held) ?? 1) - 1
      if (rest > 0) this.inFlight.set(held, rest)
      else this.inFlight.delete(held)
    }
  }

  /** Throws Box's error when the name is not free. `conflicts` builds its details. */
  check(
    parentId: string,
    ownerId: string,
    name: string,
    options: { exceptId?: string; conflicts?: (id: string) => unknown } = {},
  ): void {
    checkName(name)
    const taken = key(parentId, name)
    const orders = this.ordered.get(taken) ?? 0
    if (orders > 0) {
      this.ordered.set(taken, orders - 1)
      throw apiErrors.nameReserved()
    }
    if (this.inFlight.has(taken)) throw apiErrors.nameReserved()
    const existing = this.store.childNamed(parentId, ownerId, name)
    if (existing && existing.id !== options.exceptId)
      throw apiErrors.nameInUse(options.conflicts?.(existing.id))
  }
}

function invalidName(): ApiError {
  return new ApiError(400, 'item_name_invalid', 'Item name invalid')
}

function key(parentId: string, name: string): string {
  return `${parentId}/${name.toLowerCase()}`
}
