import type { Collaboration } from '../state/model'
import type { Store } from '../state/store'
import { boxDate } from './dates'
import { selectFields } from './fields'
import type { View } from './fields'
import type { ItemViews } from './items'
import { userMini } from './users'

const grantee = [
  'type',
  'id',
  'accessible_by',
  'role',
  'status',
  'created_by',
  'created_at',
  'modified_at',
  'expires_at',
  'acknowledged_at',
]
const standard = [...grantee, 'item', 'invite_email', 'is_access_only']

export function collaborationView(
  store: Store,
  items: ItemViews,
  viewerId: string,
  one: Collaboration,
  asked?: readonly string[],
): View {
  const item = store.items.get(one.itemId)
  const all: View = {
    type: 'collaboration',
    id: one.id,
    accessible_by: { ...userMini(store, one.userId), is_active: true },
    role: one.role,
    status: 'accepted',
    created_by: userMini(store, one.createdBy),
    created_at: boxDate(one.createdAt),
    modified_at: boxDate(one.modifiedAt),
    acknowledged_at: boxDate(one.createdAt),
    expires_at: null,
    invite_email: null,
    is_access_only: false,
    item: item ? items.mini(viewerId, item) : null,
  }
  return selectFields(all, standard, asked)
}
