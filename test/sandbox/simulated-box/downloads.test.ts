import { startSimulatedBox } from '../../../sandbox/simulated-box/simulated-box'
import type { SimulatedBox } from '../../../sandbox/simulated-box/simulated-box'
import { rawCaller, seedClient } from './support'

let box: SimulatedBox
let client: Awaited<ReturnType<typeof seedClient>>
let fileId: string
const content = Buffer.from(Array.from({ length: 200_000 }, (_, index) => index % 251))

beforeAll(async () => {
  box = await startSimulatedBox()
  client = await seedClient(box)
  const uploaded = await box.control.upload({
    userId: client.anna,
    folderId: client.incoming,
    name: 'Grüße "1".bin',
    content,
  })
  fileId = uploaded.fileId
})
afterEach(() => box.control.clearFaults())
afterAll(() => box.stop())

const call = (path: string) => rawCaller(box, client.anna)('GET', path)
const addressOf = async (id = fileId) =>
  String((await call(`/2.0/files/${id}/content`)).headers.get('location'))
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer())

test('a download redirects to an unguessable address of another origin without authorization', async () => {
  const { status, text } = await call(`/2.0/files/${fileId}/content`)
  expect({ status, text }).toEqual({ status: 302, text: '' })
  const [one, other] = [await addressOf(), await addressOf()]
  expect(new URL(one).origin).toBe(box.downloadUrl)
  expect(new URL(one).origin).not.toBe(box.apiUrl)
  expect(one).not.toBe(other)
  expect(one).toMatch(/\/[\w-]{40,}\/download$/)
  const response = await fetch(one)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-length')).toBe('200000')
  expect(response.headers.get('content-disposition')).toContain(
    "filename*=UTF-8''Gr%C3%BC%C3%9Fe%20%221%22.bin",
  )
  expect((await bytesOf(response)).equals(content)).toBe(true)
})

test('a thumbnail is made after the first call, in the sizes of its format, of images only', async () => {
  const dot =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
  const image = { userId: client.anna, folderId: client.incoming, name: 'dot.png' }
  const { fileId: id } = await box.control.upload({ ...image, content: Buffer.from(dot, 'base64') })
  const ask = (format: string, query = '') => call(`/2.0/files/${id}/thumbnail.${format}${query}`)
  const first = await ask('jpg')
  expect(first.status).toBe(202)
  expect(first.headers.get('retry-after')).toBe('1')
  expect((await ask('jpg')).headers.get('content-type')).toBe('image/jpg')
  expect((await ask('png', '?min_width=200')).headers.get('content-type')).toBe('image/png')
  const tooLarge = await ask('png', '?min_height=300')
  expect(tooLarge).toMatchObject({ status: 400, body: { code: 'requested_preview_unavailable' } })
  for (const query of ['?min_width=31', '?max_width=321', '?min_width=x'])
    expect((await ask('jpg', query)).status).toBe(400)
  const other = await call(`/2.0/files/${fileId}/thumbnail.jpg`)
  expect({ status: other.status, location: other.headers.get('location') }).toEqual({
    ...{ status: 302, location: expect.stringContaining('/placeholder-bin.png') },
  })
})

test('a made-up address is nothing', async () => {
  const made = new URL(await addressOf())
  made.pathname = `/d/1/${'x'.repeat(43)}/download`
  expect((await fetch(made)).status).toBe(404)
})

test('an address lives for a while only', async () => {
  const shortLived = await startSimulatedBox({ downloadUrlLifetimeSeconds: 1 })
  const { anna, incoming } = await seedClient(shortLived)
  const { fileId: id } = await shortLived.control.upload({
    userId: anna,
    folderId: incoming,
    name: 'a.txt',
    content: 'a',
  })
  const { headers } = await rawCaller(shortLived, anna)('GET', `/2.0/files/${id}/content`)
  const address = String(headers.get('location'))
  const started = Date.now()
  let status = 200
  while (status === 200 && Date.now() - started < 10_000) status = (await fetch(address)).status
  expect(status).toBe(404)
  await shortLived.stop()
})

test.each([
  ['bytes=0-9', 206, 'bytes 0-9/200000', [0, 10]],
  ['bytes=199990-', 206, 'bytes 199990-199999/200000', [199_990, 200_000]],
  ['bytes=-5', 206, 'bytes 199995-199999/200000', [199_995, 200_000]],
  ['bytes=199999-300000', 206, 'bytes 199999-199999/200000', [199_999, 200_000]],
  ['bytes=200000-', 416, 'bytes */200000', undefined],
  ['nonsense', 200, null, [0, 200_000]],
] as const)('Range %s answers %i', async (range, status, contentRange, part) => {
  const response = await fetch(await addressOf(), { headers: { range } })
  expect(response.status).toBe(status)
  expect(response.headers.get('content-range')).toBe(contentRange)
  if (part) expect((await bytesOf(response)).equals(content.subarray(...part))).toBe(true)
})

test('just after an upload Box may say 202 with Retry-After', async () => {
  await box.control.setSwitches({ notReadyDownloads: 2 })
  for (const status of [202, 202, 302]) {
    const answer = await call(`/2.0/files/${fileId}/content`)
    expect(answer.status).toBe(status)
    expect(answer.headers.get('retry-after')).toBe(status === 202 ? '1' : null)
  }
})

test('an old version can be downloaded, an unknown one is 404', async () => {
  const { fileId: id, versionId } = await box.control.upload({
    userId: client.anna,
    folderId: client.incoming,
    name: 'v.txt',
    content: 'old',
  })
  await box.control.uploadVersion({ userId: client.anna, fileId: id, content: 'new' })
  const { headers } = await call(`/2.0/files/${id}/content?version=${versionId}`)
  expect(await (await fetch(String(headers.get('location')))).text()).toBe('old')
  expect(await (await fetch(await addressOf(id))).text()).toBe('new')
  expect((await call(`/2.0/files/${id}/content?version=1`)).status).toBe(404)
})

test('an empty file downloads as nothing', async () => {
  const { fileId: id } = await box.control.upload({
    userId: client.anna,
    folderId: client.incoming,
    name: 'empty.txt',
    content: '',
  })
  const response = await fetch(await addressOf(id))
  expect({ status: response.status, length: response.headers.get('content-length') }).toEqual({
    status: 200,
    length: '0',
  })
})

describe('bodies that a test ordered', () => {
  test('wrong: the length is right, the bytes are not', async () => {
    await box.control.fault({ origin: 'download', fileId, kind: 'wrongBytes' })
    const got = await bytesOf(await fetch(await addressOf()))
    expect(got).toHaveLength(content.length)
    expect(got.equals(content)).toBe(false)
    expect((await bytesOf(await fetch(await addressOf()))).equals(content)).toBe(true)
  })

  test('cut: some bytes, then the connection ends', async () => {
    await box.control.fault({ origin: 'download', fileId, kind: 'cutBody', afterBytes: 70_000 })
    const response = await fetch(await addressOf())
    let bytes = 0
    const reading = async () => {
      for await (const chunk of response.body ?? []) bytes += (chunk as Uint8Array).length
    }
    await expect(reading()).rejects.toThrow()
    expect(bytes).toBe(70_000)
  })

  test('stalled: some bytes, then nothing', async () => {
    await box.control.fault({ origin: 'download', fileId, kind: 'stallBody', afterBytes: 70_000 })
    const giveUp = new AbortController()
    const response = await fetch(await addressOf(), { signal: giveUp.signal })
    let bytes = 0
    const reader = (response.body as ReadableStream<Uint8Array>).getReader()
    while (bytes < 70_000) bytes += (await reader.read()).value?.length ?? 0
    expect(bytes).toBe(70_000)
    const next = reader.read().then(
      () => 'more',
      () => 'given up',
    )
    expect(await Promise.race([next, new Promise((resolve) => setImmediate(() => resolve('nothing')))])).toBe(
      'nothing',
    )
    giveUp.abort()
    expect(await next).toBe('given up')
  })
})
