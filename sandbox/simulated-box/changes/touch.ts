import type { Item } from '../state/model'
import type { SimulatedBoxContext } from '../context'

/** Every change counts etag and sequence_id up and says who made it. */
export function touch(context: SimulatedBoxContext, item: Item, userId: string): void {
  item.revision += 1
  item.modifiedAt = new Date().toISOString()
  item.modifiedBy = userId
  context.store.changed()
}
