import type { Webhook } from '../state/model'
import { boxDate } from '../views/dates'
import type { View } from '../views/fields'
import { phpJson } from './php-json'

export interface EventContent {
  eventId: string
  at: string
  trigger: string
  webhook: Webhook
  createdBy: View
  source: View
  additionalInfo?: Record<string, unknown>
}

/**
 * The full body of an event. `additional_info` is PHP's empty array when it is empty, an object
 * otherwise.
 */
export function eventBody({
  eventId,
  at,
  trigger,
  webhook,
  createdBy,
  source,
  additionalInfo,
}: EventContent): string {
  return phpJson({
    type: 'webhook_event',
    id: eventId,
    created_at: boxDate(at),
    trigger,
    webhook: { id: webhook.id, type: 'webhook' },
    created_by: createdBy,
    source,
    additional_info: additionalInfo ?? [],
  })
}

/** What Box sends instead when the app is no longer authorized: no source and no user. */
export function noActiveSessionBody({
  eventId,
  at,
  webhook,
}: Pick<EventContent, 'eventId' | 'at' | 'webhook'>): string {
  return phpJson({
    type: 'webhook_event',
    id: eventId,
    created_at: boxDate(at),
    trigger: 'NO_ACTIVE_SESSION',
    webhook: { id: webhook.id, type: 'webhook' },
    additional_info: [],
  })
}
