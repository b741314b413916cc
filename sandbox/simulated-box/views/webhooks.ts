import type { Webhook } from '../state/model'
import type { Store } from '../state/store'
import { boxDate } from './dates'
import type { View } from './fields'
import { userMini } from './users'

/** The listing contains only this: addresses and triggers need a GET by id. */
export function webhookMini(webhook: Webhook): View {
  return { id: webhook.id, type: 'webhook', target: { id: webhook.targetId, type: webhook.targetType } }
}

export function webhookView(store: Store, webhook: Webhook): View {
  return {
    ...webhookMini(webhook),
    created_by: userMini(store, webhook.userId),
    created_at: boxDate(webhook.createdAt),
    address: webhook.address,
    triggers: webhook.triggers,
  }
}
