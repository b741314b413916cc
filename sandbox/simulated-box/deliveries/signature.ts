import { createHmac, randomUUID } from 'node:crypto'
import { boxDate } from '../views/dates'

export interface SignatureKeys {
  primaryKey: string
  secondaryKey: string
}

/**
 * The headers of one try: a new delivery id, the time of sending, and a signature with each key of the
 * application.
 */
export function deliveryHeaders(
  body: string,
  keys: SignatureKeys,
  timestamp = boxDate(new Date().toISOString()),
): Record<string, string> {
  return {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'Box-WH-Client/0.1',
    'box-delivery-id': randomUUID(),
    'box-delivery-timestamp': timestamp,
    'box-signature-version': '1',
    'box-signature-algorithm': 'HmacSHA256',
    'box-signature-primary': sign(body, timestamp, keys.primaryKey),
    'box-signature-secondary': sign(body, timestamp, keys.secondaryKey),
  }
}

/** base64(HMAC-SHA256(key, raw body, then the timestamp's bytes)). */
export function sign(body: string, timestamp: string, key: string): string {
  return createHmac('sha256', Buffer.from(key, 'utf8'))
    .update(body, 'utf8')
    .update(timestamp, 'utf8')
    .digest('base64')
}
