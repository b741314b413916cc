import type { User } from '../state/model'
import type { Store } from '../state/store'
import { boxDate } from './dates'
import { selectFields } from './fields'
import type { View } from './fields'

export function userMini(store: Store, id: string): View {
  const user = store.users.get(id)
  return { type: 'user', id, name: user?.name ?? '', login: user?.login ?? '' }
}

const standardUser = [
  'type',
  'id',
  'name',
  'login',
  'created_at',
  'modified_at',
  'language',
  'timezone',
  'space_amount',
  'space_used',
]
const standardAccount = [
  'max_upload_size',
  'status',
  'job_title',
  'phone',
  'address',
  'avatar_url',
  'notification_email',
]

export function userView(store: Store, user: User, asked?: readonly string[]): View {
  const all: View = {
    ...userMini(store, user.id),
    created_at: boxDate(user.createdAt),
    modified_at: boxDate(user.createdAt),
    language: 'en',
    timezone: 'America/Los_Angeles',
    space_amount: 999999999999999,
    space_used: 0,
    max_upload_size: 53687091200,
    status: 'active',
    job_title: '',
    phone: '',
    address: '',
    avatar_url: `https://app.box.com/api/avatar/large/${user.id}`,
    notification_email: null,
    role: user.kind === 'admin' ? 'admin' : 'user',
    enterprise: { type: 'enterprise', id: store.enterpriseId, name: 'Agency' },
    is_platform_access_only: user.kind === 'service',
  }
  return selectFields(all, [...standardUser, ...standardAccount], asked)
}
