import { randomUUID } from 'node:crypto'
import type { Access } from '../rules/access'
import type { Item, Webhook } from '../state/model'
import type { Store } from '../state/store'
import type { ItemViews } from '../views/items'
import { userMini } from '../views/users'
import type { Deliveries } from './deliveries'
import { eventBody, noActiveSessionBody } from './event-body'

/** Turns what happened to an item into events for the webhooks on it and on the folders above it. */
export class Events {
  constructor(
    private readonly store: Store,
    private readonly views: ItemViews,
    private readonly access: Access,
    private readonly deliveries: Deliveries,
  ) {}

  /** Fires at the webhooks on the item itself and, cascading, on every folder above. */
  fire(trigger: string, item: Item, userId: string): void {
    const placeIds = new Set([item.id, ...this.store.ancestorsOf(item).map((folder) => folder.id)])
    for (const webhook of this.store.webhooks.values()) {
      if (!placeIds.has(webhook.targetId) || !webhook.triggers.includes(trigger)) continue
      // Box sends no events about items that the webhook's user may not see.
      if (this.access.has(webhook.userId, item, 'see')) this.send(webhook, trigger, item, userId)
    }
  }

  /** Box removed the webhook by itself; its address gets the reason. */
  webhookRemoved(webhook: Webhook, reason: string): void {
    const eventId = randomUUID()
    const source = { id: webhook.id, type: 'webhook' }
    const content = { eventId, at: new Date().toISOString(), trigger: 'WEBHOOK.DELETED', webhook, source }
    const body = eventBody({
      ...content,
      createdBy: userMini(this.store, webhook.userId),
      additionalInfo: { reason },
    })
    this.deliveries.enqueue(webhook, { eventId, trigger: 'WEBHOOK.DELETED', sourceId: null, body })
  }

  noActiveSession(webhook: Webhook): void {
    const eventId = randomUUID()
    const body = noActiveSessionBody({ eventId, at: new Date().toISOString(), webhook })
    this.deliveries.enqueue(webhook, { eventId, trigger: 'NO_ACTIVE_SESSION', sourceId: null, body })
  }

  private send(webhook: Webhook, trigger: string, item: Item, userId: string): void {
    if (this.store.apps.get(webhook.appId)?.isAuthorized === false) {
      this.noActiveSession(webhook)
      return
    }
    const eventId = randomUUID()
    const source = this.views.full(webhook.userId, item)
    const body = eventBody({
      eventId,
      at: new Date().toISOString(),
      trigger,
      webhook,
      createdBy: userMini(this.store, userId),
      source,
    })
    this.deliveries.enqueue(webhook, { eventId, trigger, sourceId: item.id, body })
  }
}
