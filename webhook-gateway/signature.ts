import { createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

import { Refusal } from './refusal'

export interface SignatureKeys {
  primary: string | undefined
  secondary: string | undefined
}
export type MatchedKey = 'primary' | 'secondary' | 'both'

const maxAgeMs = 10 * 60_000
/** Allows for clock skew. */
const maxAheadMs = 60_000

/** The headers of a delivery, judged before its body is read. */
export interface SignatureHeaders {
  timestamp: string
  primary: string | undefined
  secondary: string | undefined
}

/** Throws a Refusal unless the headers could belong to a delivery of now, and there is a key to verify it. */
export function readSignatureHeaders(
  headers: IncomingHttpHeaders,
  keys: SignatureKeys,
  now: Date,
): SignatureHeaders {
  const version = headerOf(headers, 'box-signature-version')
  const algorithm = headerOf(headers, 'box-signature-algorithm')
  const timestamp = headerOf(headers, 'box-delivery-timestamp')
  const primary = signatureOf(headers, 'box-signature-primary')
  const secondary = signatureOf(headers, 'box-signature-secondary')
  if (primary === undefined && secondary === undefined)
    throw new Refusal(
      'missing_header',
      'expected the header box-signature-primary or box-signature-secondary',
    )
  if (version !== '1') throw new Refusal('unsupported_version', 'expected box-signature-version 1')
  if (algorithm !== 'HmacSHA256')
    throw new Refusal('unsupported_algorithm', 'expected box-signature-algorithm HmacSHA256')
  checkTimestamp(timestamp, now)
  if (!keys.primary && !keys.secondary) throw new Refusal('no_key', 'no signature key is loaded')
  return { timestamp, primary, secondary }
}

/**
 * Box's signature: base64(HMAC-SHA256(key as UTF-8, raw body ‖ timestamp header)); either key against its
 * own header suffices. Returns which key matched; throws a Refusal when none did.
 * https://developer.box.com/guides/webhooks/v2/signatures-v2
 */
export function verifySignature(
  { timestamp, primary, secondary }: SignatureHeaders,
  body: Buffer,
  keys: SignatureKeys,
): MatchedKey {
  const isPrimary = matches(keys.primary, primary, body, timestamp)
  const isSecondary = matches(keys.secondary, secondary, body, timestamp)
  if (isPrimary && isSecondary) return 'both'
  if (isPrimary) return 'primary'
  if (isSecondary) return 'secondary'
  throw new Refusal('wrong_signature', 'neither signature matches its key')
}

function signatureOf(headers: IncomingHttpHeaders, name: string): string | undefined {
  const value = headers[name]
  return typeof value === 'string' ? value : undefined
}

/** Node joins a repeated header with a comma; such a value matches nothing below. */
function headerOf(headers: IncomingHttpHeaders, name: string): string {
  const value = headers[name]
  if (typeof value !== 'string' || value === '')
    throw new Refusal('missing_header', `expected the header ${name}`)
  return value
}

function checkTimestamp(timestamp: string, now: Date) {
  const isDateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/.test(timestamp)
  const sentAt = isDateTime ? Date.parse(timestamp) : Number.NaN
  if (Number.isNaN(sentAt))
    throw new Refusal('malformed_timestamp', 'expected box-delivery-timestamp as RFC 3339 date and time')
  const ageMs = now.getTime() - sentAt
  if (ageMs > maxAgeMs) throw new Refusal('stale_timestamp', 'the delivery is older than 10 minutes')
  if (ageMs < -maxAheadMs)
    throw new Refusal('future_timestamp', 'the delivery is more than 60 seconds in the future')
}

function matches(
  key: string | undefined,
  signature: string | undefined,
  body: Buffer,
  timestamp: string,
): boolean {
  if (key === undefined || key === '' || signature === undefined) return false
  const expected = Buffer.from(createHmac('sha256', key).update(body).update(timestamp).digest('base64'))
  const given = Buffer.from(signature)
  return given.length === expected.length && timingSafeEqual(given, expected)
}
