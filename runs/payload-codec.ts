import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Payload, PayloadCodec } from '@temporalio/common'
import { temporal } from '@temporalio/proto'

export interface PayloadKey {
  id: string
  /** 32 bytes. */
  key: Buffer
}

/** A payload that none of our keys decrypts. */
export class DecryptError extends Error {
  override readonly name = 'DecryptError'

  /** `why` completes the sentence "It cannot be decrypted: …". */
  constructor(
    readonly why: string,
    options?: ErrorOptions,
  ) {
    super(`A payload cannot be decrypted: ${why}`, options)
  }
}

/** The names of Temporal's own encryption samples, so that other codecs can read our payloads. */
const encoding = 'binary/encrypted'
const keyIdName = 'encryption-key-id'
const algorithm = 'aes-256-gcm'
const ivBytes = 12
const tagBytes = 16

const { Payload: PayloadMessage } = temporal.api.common.v1

/**
 * Encrypts payloads with the first key and decrypts with any of them: a new key is put first, the old one
 * stays for the runs that began with it. Payloads that were never encrypted pass through. Search attributes
 * and workflow ids are not payloads: they stay readable in Temporal.
 */
export function createPayloadCodec(keys: readonly PayloadKey[]): PayloadCodec {
  const [current] = keys
  if (current === undefined) throw new Error('expected at least one payload key, got none')
  const byId = new Map(keys.map((key) => [key.id, key]))
  return {
    encode: (payloads) => settled(() => payloads.map((payload) => encrypt(payload, current))),
    decode: (payloads) => settled(() => payloads.map((payload) => decrypt(payload, byId))),
  }
}

/** A throw becomes a rejection. */
function settled<T>(work: () => T): Promise<T> {
  return new Promise((resolve) => resolve(work()))
}

/** Data: initialization vector, encrypted payload, authentication tag. */
function encrypt(payload: Payload, { id, key }: PayloadKey): Payload {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv(algorithm, key, iv)
  const plain = PayloadMessage.encode(payload).finish()
  return {
    metadata: { encoding: Buffer.from(encoding), [keyIdName]: Buffer.from(id) },
    data: Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]),
  }
}

function decrypt(payload: Payload, keys: ReadonlyMap<string, PayloadKey>): Payload {
  const id = encryptionKeyOf(payload)
  if (id === undefined) return payload
  const key = keys.get(id)?.key
  if (key === undefined)
    throw new DecryptError(`key ${JSON.stringify(id)} is not in the key file, which has ${idsOf(keys)}`)
  const data = Buffer.from(payload.data ?? [])
  if (data.length < ivBytes + tagBytes) throw new DecryptError('it is too short')
  const decipher = createDecipheriv(algorithm, key, data.subarray(0, ivBytes), { authTagLength: tagBytes })
  decipher.setAuthTag(data.subarray(-tagBytes))
  try {
    const plain = Buffer.concat([decipher.update(data.subarray(ivBytes, -tagBytes)), decipher.final()])
    return PayloadMessage.decode(plain)
  } catch (cause) {
    const why = `key ${JSON.stringify(id)} in the key file did not encrypt it, or it was changed since`
    throw new DecryptError(why, { cause })
  }
}

/** The id of the key that encrypted a payload; undefined for one that is not encrypted. */
export function encryptionKeyOf({ metadata }: Payload): string | undefined {
  return textOf(metadata?.encoding) === encoding ? textOf(metadata?.[keyIdName]) : undefined
}

function idsOf(keys: ReadonlyMap<string, PayloadKey>): string {
  return [...keys.keys()].map((id) => JSON.stringify(id)).join(', ')
}

function textOf(bytes: Uint8Array | null | undefined): string {
  return Buffer.from(bytes ?? []).toString()
}
