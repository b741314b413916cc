import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defaultPayloadConverter } from '@temporalio/common'

import { readPayloadKeys } from '../../config/read-payload-keys'
import { createCodecEndpoint } from '../../runs/codec-endpoint'
import { createPayloadCodec } from '../../runs/payload-codec'

const [oldKey, newKey] = ['2025', '2026'].map((id) => ({ id, key: randomBytes(32) })) as [Key, Key]
interface Key {
  id: string
  key: Buffer
}
const value = { name: 'Frühling.png', sizeBytes: 12 }
const plain = defaultPayloadConverter.toPayload(value)

describe('the payload codec', () => {
  const codec = createPayloadCodec([newKey, oldKey])

  it('encrypts with the newest key, never twice alike, and decrypts what it encrypted', async () => {
    const encrypted = await codec.encode([plain, plain])
    const [first, second] = encrypted.map(({ data }) => Buffer.from(data ?? []))
    expect(first!.includes('hling')).toBe(false)
    expect(first!.equals(second!)).toBe(false)
    expect(Buffer.from(encrypted[0]!.metadata!['encryption-key-id']!).toString()).toBe('2026')
    const decrypted = await codec.decode(encrypted)
    expect(decrypted.map((one) => defaultPayloadConverter.fromPayload(one))).toEqual([value, value])
  })

  it('decrypts with an older key, and leaves what was never encrypted as it is', async () => {
    const old = await createPayloadCodec([oldKey]).encode([plain])
    const [decrypted, same] = await codec.decode([...old, plain])
    expect(defaultPayloadConverter.fromPayload(decrypted!)).toEqual(value)
    expect(same).toBe(plain)
  })

  it('names a key that it does not have', async () => {
    const [payload] = await codec.encode([plain])
    await expect(createPayloadCodec([oldKey]).decode([payload!])).rejects.toThrow(
      'key "2026" is not in the key file, which has "2025"',
    )
  })

  it.each([0, 11, 12, 30, -1])('takes no payload that was changed at byte %d, or cut', async (at) => {
    const [payload] = await codec.encode([plain])
    const data = Buffer.from(payload!.data ?? [])
    const index = at < 0 ? data.length + at : at
    data[index] = data[index]! ^ 1
    await expect(codec.decode([{ ...payload, data }])).rejects.toThrow()
    await expect(codec.decode([{ ...payload, data: data.subarray(0, 20) }])).rejects.toThrow(/too short/)
  })
})

describe('the file of payload keys', () => {
  let dir: string
  beforeAll(() => void (dir = mkdtempSync(join(tmpdir(), 'qc-keys-'))))
  afterAll(() => rmSync(dir, { recursive: true }))
  const read = (content: string) => {
    writeFileSync(join(dir, 'keys'), content)
    return readPayloadKeys(join(dir, 'keys'))
  }
  const secret = randomBytes(32).toString('base64')

  it('holds one key a line, the newest first', () => {
    expect(readPayloadKeys(undefined)).toBeUndefined()
    expect(read(`# newest first\n2026-11 ${secret}\n2025 ${oldKey.key.toString('base64')}\n`)).toEqual([
      { id: '2026-11', key: Buffer.from(secret, 'base64') },
      { id: '2025', key: oldKey.key },
    ])
  })

  it.each([
    ['is empty', '# none\n', /holds no key/],
    ['has a short key', `a ${secret}\nb ${secret.slice(4)}\n`, /line 2 is no key/],
    ['has an id twice', `a ${secret}\na ${secret}\n`, /two keys have the same id/],
  ])('is refused when it %s, and no key is shown', (_what, content, words) => {
    expect(() => read(content)).toThrow(words)
    expect(() => read(content)).not.toThrow(secret.slice(4, 20))
    expect(() => readPayloadKeys(join(dir, 'nowhere'))).toThrow(/nowhere, which cannot be read/)
  })
})

describe('the codec endpoint', () => {
  const codec = createPayloadCodec([newKey])
  const webUiOrigin = 'http://localhost:8233'
  let server: Server
  let url: string
  beforeAll(async () => {
    server = createCodecEndpoint({ codec, webUiOrigin }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => server.close())

  const post = (path: string, body: unknown, origin = webUiOrigin) =>
    fetch(`${url}${path}`, { method: 'POST', headers: { origin }, body: JSON.stringify(body) })
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

  it('decodes and encodes for the Web UI', async () => {
    const json = {
      metadata: { encoding: base64(plain.metadata!.encoding!) },
      data: base64(plain.data!),
    }
    const encoded = await post('/encode', { payloads: [json] })
    expect(encoded.headers.get('access-control-allow-origin')).toBe(webUiOrigin)
    const body = await encoded.json()
    expect(JSON.stringify(body)).not.toContain(json.data)
    await expect((await post('/decode', body)).json()).resolves.toEqual({ payloads: [json] })
  })

  it("answers the browser's question before it posts", async () => {
    const response = await fetch(`${url}/decode`, { method: 'OPTIONS', headers: { origin: webUiOrigin } })
    expect(response.status).toBe(204)
    expect(response.headers.get('access-control-allow-headers')).toBe(
      'content-type, x-namespace, authorization',
    )
  })

  it.each([
    ['another page', '/decode', { payloads: [] }, 'https://evil.example', 403],
    ['another path', '/other', { payloads: [] }, webUiOrigin, 404],
    ['another body', '/decode', { payloads: [1] }, webUiOrigin, 400],
    ['no payloads', '/decode', [], webUiOrigin, 400],
  ])('refuses %s', async (_what, path, body, origin, status) => {
    const response = await post(path, body, origin)
    expect(response.status).toBe(status)
    await response.body?.cancel()
  })
})
