import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { Refusal } from '../../webhook-gateway/refusal'
import { readSignatureHeaders, type SignatureKeys, verifySignature } from '../../webhook-gateway/signature'

interface Vector {
  name: string
  wire_body: string
  reserialised_body: string
  reserialised_body_verifies: boolean
  timestamp: string
  primary_key: string
  secondary_key?: string
  headers: Record<string, string>
}

const file = join(__dirname, '../fixtures/signature-vectors.json')
/** Headers, then the body, as the gateway does it. */
function verifyDelivery(
  headers: Record<string, string | undefined>,
  body: Buffer,
  keys: SignatureKeys,
  now: Date,
) {
  return verifySignature(readSignatureHeaders(headers, keys, now), body, keys)
}

const { vectors } = JSON.parse(readFileSync(file, 'utf8')) as { vectors: Vector[] }

describe.each(vectors)('Box’s published vector $name', (vector) => {
  const now = new Date(vector.timestamp)
  const keys = { primary: vector.primary_key, secondary: vector.secondary_key }

  it('verifies over the bytes on the wire', () => {
    const expected = vector.secondary_key === undefined ? 'primary' : 'both'
    expect(verifyDelivery(vector.headers, Buffer.from(vector.wire_body), keys, now)).toBe(expected)
  })

  it('verifies over a re-serialised body only where that happens to be the same bytes', () => {
    const again = () => verifyDelivery(vector.headers, Buffer.from(vector.reserialised_body), keys, now)
    if (vector.reserialised_body_verifies) expect(again()).toBeTruthy()
    else expect(reasonOf(again)).toBe('wrong_signature')
  })

  it('is refused with one changed byte of the body, the timestamp or the key', () => {
    const body = Buffer.from(vector.wire_body)
    const changed = Buffer.from(body)
    changed[10] = (changed[10] ?? 0) ^ 1
    expect(reasonOf(() => verifyDelivery(vector.headers, changed, keys, now))).toBe('wrong_signature')
    const otherTime = { ...vector.headers, 'box-delivery-timestamp': '2020-01-01T00:00:01-07:00' }
    expect(reasonOf(() => verifyDelivery(otherTime, body, keys, now))).toBe('wrong_signature')
    const otherKeys = { primary: `${vector.primary_key}x`, secondary: undefined }
    expect(reasonOf(() => verifyDelivery(vector.headers, body, otherKeys, now))).toBe('wrong_signature')
  })
})

describe('the age of a delivery', () => {
  const [vector] = vectors
  const sentAt = Date.parse(vector?.timestamp ?? '')
  const verifyAt = (ms: number) => {
    if (vector === undefined) throw new Error('no vector')
    const keys = { primary: vector.primary_key, secondary: undefined }
    return reasonOf(() =>
      verifyDelivery(vector.headers, Buffer.from(vector.wire_body), keys, new Date(sentAt + ms)),
    )
  }

  it.each([
    [0, undefined],
    [600_000, undefined],
    [600_001, 'stale_timestamp'],
    [-60_000, undefined],
    [-60_001, 'future_timestamp'],
  ])('%i ms after sending: %s', (ms, reason) => {
    expect(verifyAt(ms)).toBe(reason)
  })

  it.each([
    'yesterday',
    '2020-01-01',
    '2020-01-01T00:00:00',
    '1577862000',
    '2020-13-01T00:00:00Z',
    '2020-01-01T00:00:00Z, 2020-01-01T00:00:00Z',
  ])('refuses the timestamp %s', (timestamp) => {
    const headers = { ...vector?.headers, 'box-delivery-timestamp': timestamp }
    expect(
      reasonOf(() =>
        verifyDelivery(headers, Buffer.from(''), { primary: 'k', secondary: undefined }, new Date(sentAt)),
      ),
    ).toBe('malformed_timestamp')
  })
})

describe('the two keys', () => {
  const [vector] = vectors
  if (vector?.secondary_key === undefined) throw new Error('expected the first vector to have two keys')
  const { headers, wire_body: body, primary_key: primary, secondary_key: secondary, timestamp } = vector
  const verify = (
    changed: Record<string, string | undefined>,
    keys: { primary?: string; secondary?: string },
  ) => {
    const kept = Object.fromEntries(
      Object.entries({ ...headers, ...changed }).filter(([, value]) => value !== undefined),
    )
    const given = { primary: keys.primary, secondary: keys.secondary }
    return verifyDelivery(kept, Buffer.from(body), given, new Date(timestamp))
  }

  it('suffice alone, each against its own header', () => {
    expect(verify({}, { primary })).toBe('primary')
    expect(verify({}, { secondary })).toBe('secondary')
    expect(verify({}, { primary: 'rotated', secondary })).toBe('secondary')
    expect(verify({ 'box-signature-primary': undefined }, { primary, secondary })).toBe('secondary')
    expect(verify({ 'box-signature-secondary': undefined }, { primary, secondary })).toBe('primary')
  })

  it('never fit the other one’s header', () => {
    expect(reasonOf(() => verify({}, { primary: secondary, secondary: primary }))).toBe('wrong_signature')
  })

  it('refuse everything when none is loaded, also a signature by the empty key', () => {
    expect(reasonOf(() => verify({}, {}))).toBe('no_key')
    expect(reasonOf(() => verify({}, { primary: '', secondary: '' }))).toBe('no_key')
  })
})

function reasonOf(verify: () => unknown): string | undefined {
  try {
    verify()
    return undefined
  } catch (error) {
    return error instanceof Refusal ? error.reason : `not a refusal: ${String(error)}`
  }
}
