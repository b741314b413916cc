import { createHmac } from 'node:crypto'

import fc from 'fast-check'

import { Refusal } from '../../webhook-gateway/refusal'
import { readSignatureHeaders, verifySignature } from '../../webhook-gateway/signature'

const now = new Date('2026-11-24T09:30:00Z')
const key = fc.string({ minLength: 1 })
const body = fc.uint8Array({ maxLength: 2_000 }).map((bytes) => Buffer.from(bytes))
/** Within the ten minutes and the sixty seconds that a delivery may be off. */
const timestamp = fc
  .integer({ min: -600, max: 60 })
  .map((seconds) => new Date(now.getTime() + seconds * 1_000).toISOString())

const sign = (secret: string, bytes: Buffer, time: string) =>
  createHmac('sha256', secret).update(bytes).update(time).digest('base64')

function headersOf(time: string, primary: string, secondary?: string): Record<string, string> {
  return {
    'box-signature-version': '1',
    'box-signature-algorithm': 'HmacSHA256',
    'box-delivery-timestamp': time,
    'box-signature-primary': primary,
    ...(secondary === undefined ? {} : { 'box-signature-secondary': secondary }),
  }
}

/** The key that matched, or the reason of the refusal; anything else is a bug and thrown. */
function verify(
  headers: Record<string, string>,
  bytes: Buffer,
  keys: { primary: string; secondary?: string },
) {
  const loaded = { primary: keys.primary, secondary: keys.secondary }
  try {
    return verifySignature(readSignatureHeaders(headers, loaded, now), bytes, loaded)
  } catch (error) {
    if (error instanceof Refusal) return error.reason
    throw error
  }
}

it('accepts all bytes that either key has signed, and says which key matched', () => {
  fc.assert(
    fc.property(body, timestamp, key, key, (bytes, time, primary, secondary) => {
      const good = headersOf(time, sign(primary, bytes, time), sign(secondary, bytes, time))
      expect(verify(good, bytes, { primary, secondary })).toBe('both')
      expect(verify(good, bytes, { primary })).toBe('primary')
    }),
  )
})

it('refuses a body, a time or a key that differs from the signed one', () => {
  // HMAC pads its key with zeros, so keys that differ in trailing zeros are equal.
  const bare = (text: string) => text.replace(/\0+$/, '')
  fc.assert(
    fc.property(body, body, timestamp, timestamp, key, key, (bytes, other, time, otherTime, own, foreign) => {
      const good = headersOf(time, sign(own, bytes, time))
      if (!other.equals(bytes)) expect(verify(good, other, { primary: own })).toBe('wrong_signature')
      const moved = { ...good, 'box-delivery-timestamp': otherTime }
      if (otherTime !== time) expect(verify(moved, bytes, { primary: own })).toBe('wrong_signature')
      if (bare(own) !== bare(foreign))
        expect(verify(good, bytes, { primary: foreign })).toBe('wrong_signature')
    }),
  )
})

it('refuses any other headers with a reason, and never crashes', () => {
  const headers = fc.dictionary(fc.constantFrom(...Object.keys(headersOf('', '', ''))), fc.string())
  fc.assert(
    fc.property(headers, body, key, (given, bytes, primary) => {
      expect(['primary', 'secondary', 'both']).not.toContain(verify(given, bytes, { primary }))
    }),
    { numRuns: 1_000 },
  )
})
