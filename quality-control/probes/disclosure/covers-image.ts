import { createHash } from 'node:crypto'

/**
 * Whether the signature of a JPEG covers its image and fits, although it leaves out more than the manifest.
 * Until 2.0, C2PA let signers leave out metadata (C2PA 1.2, 9.2.3.1); later versions forbid it, and the
 * library calls such a file changed. The hash of everything else must fit, and only segments of metadata may
 * be left out. `store` is the library's answer with all assertions (crJSON).
 */
export function coversImage(bytes: Buffer, store: unknown): boolean {
  const stated = statedHash(store)
  if (stated === undefined) return false
  const metadata = metadataEnd(bytes)
  const isMetadata = stated.exclusions.every(({ start, length }) => start >= 0 && start + length <= metadata)
  if (!isMetadata || !['sha256', 'sha384', 'sha512'].includes(stated.algorithm)) return false
  const hash = createHash(stated.algorithm)
  let at = 0
  for (const { start, length } of stated.exclusions) {
    if (start < at) return false
    hash.update(bytes.subarray(at, start))
    at = start + length
  }
  return hash.update(bytes.subarray(at)).digest('base64') === stated.hash
}

interface StatedHash {
  algorithm: string
  /** Base64. */
  hash: string
  exclusions: { start: number; length: number }[]
}

/** The assertion `c2pa.hash.data` of the active manifest, which is the first one. */
function statedHash(store: unknown): StatedHash | undefined {
  const [active] = list(at(store, 'manifests'))
  const assertion = at(at(active, 'assertions'), 'c2pa.hash.data')
  const [algorithm, hash] = [at(assertion, 'alg'), at(assertion, 'hash')]
  if (typeof algorithm !== 'string' || typeof hash !== 'string') return undefined
  const exclusions = list(at(assertion, 'exclusions')).map((one) => ({
    start: whole(at(one, 'start')),
    length: whole(at(one, 'length')),
  }))
  if (exclusions.length === 0) return undefined
  return { algorithm, hash: hash.replace(/^b64'|'$/g, ''), exclusions }
}

const at = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const whole = (value: unknown) => (Number.isSafeInteger(value) ? Number(value) : -1)

const maxSegments = 2000

/** Where the segments that start a JPEG and hold only metadata end: APP0 to APP15 and comments. */
function metadataEnd(bytes: Buffer): number {
  let end = 2
  for (let count = 0; count < maxSegments && end + 4 <= bytes.length; count++) {
    const marker = bytes.readUInt16BE(end)
    if (marker !== 0xfffe && (marker & 0xfff0) !== 0xffe0) break
    end += 2 + bytes.readUInt16BE(end + 2)
  }
  return end
}
