import type { Item } from '../state/model'
import type { SimulatedBoxContext } from '../context'

/** Every change counts etag and sequence_id up and says who made it. */
export function touch(world: SimulatedBoxContext, item: Item, userId: string): void {
  item.revision += 1
  item.modifiedAt = new Date().toISOString()
  item.modifiedBy = userId
  world.store.changed()
}
