import type { Comment, File } from '../state/model'
import type { Store } from '../state/store'
import { boxDate } from './dates'
import { selectFields } from './fields'
import type { View } from './fields'
import { userMini } from './users'

const standard = [
  'type',
  'id',
  'is_reply_comment',
  'message',
  'created_by',
  'created_at',
  'modified_at',
  'item',
]

export function commentView(store: Store, file: File, one: Comment, asked?: readonly string[]): View {
  const all: View = {
    type: 'comment',
    id: one.id,
    is_reply_comment: false,
    message: one.message,
    tagged_message: one.taggedMessage,
    created_by: userMini(store, one.createdBy),
    created_at: boxDate(one.createdAt),
    modified_at: boxDate(one.createdAt),
    item: { type: 'file', id: file.id },
  }
  return selectFields(all, standard, asked)
}
