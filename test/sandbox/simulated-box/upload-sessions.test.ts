import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { startSimulatedBox } from '../../../sandbox/simulated-box/simulated-box'
import type { SimulatedBox } from '../../../sandbox/simulated-box/simulated-box'
import { heard, rawCaller, sdkFor, seedClient } from './support'

let box: SimulatedBox
let client: Awaited<ReturnType<typeof seedClient>>
const content = Buffer.alloc(20_500_000, 'abcdefg')
const sha1 = (bytes: Buffer) => createHash('sha1').update(bytes)

beforeAll(async () => {
  box = await startSimulatedBox()
  client = await seedClient(box)
})
afterAll(() => box.stop())

async function call(
  method: string,
  path: string,
  body?: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
) {
  const authorization = `Bearer ${await box.control.token(client.anna)}`
  return heard(
    await fetch(`${box.uploadUrl}/2.0${path}`, { method, body, headers: { authorization, ...headers } }),
  )
}
const json = { 'content-type': 'application/json' }
const open = async (name: string, size = content.length) => {
  return call(
    'POST',
    '/files/upload_sessions',
    JSON.stringify({ folder_id: client.incoming, file_size: size, file_name: name }),
    json,
  )
}

test("Box's own SDK uploads a big file in parts", async () => {
  const sdk = sdkFor(box, { userId: client.anna })
  const file = await sdk.chunkedUploads.uploadBigFile(
    Readable.from([content]),
    'big.mov',
    content.length,
    client.incoming,
  )
  expect(file).toMatchObject({
    name: 'big.mov',
    size: content.length,
    sha1: sha1(content).digest('hex'),
    parent: { id: client.incoming },
  })
  expect((await box.control.content(file.id)).equals(content)).toBe(true)
  const entry = await box.control.waitForRequest(({ path }) => path.endsWith('/commit'))
  expect(entry).toMatchObject({
    applied: true,
    summary: { name: 'big.mov', parentId: client.incoming },
    result: [{ id: file.id }],
  })
})

test('a session says how to go on, shows its parts, and can be given up', async () => {
  const { status, body } = await open('parts.mov')
  expect(status).toBe(201)
  expect(body).toMatchObject({
    type: 'upload_session',
    part_size: 8_388_608,
    total_parts: 3,
    num_parts_processed: 0,
  })
  const id = String(body.id)
  const part = content.subarray(0, 8_388_608)
  const headers = {
    'content-type': 'application/octet-stream',
    'content-range': `bytes 0-8388607/${content.length}`,
    digest: `sha=${sha1(part).digest('base64')}`,
  }
  expect(await call('PUT', `/files/upload_sessions/${id}`, part, headers)).toMatchObject({
    status: 200,
    body: { part: { offset: 0, size: 8_388_608, sha1: sha1(part).digest('hex') } },
  })
  expect((await call('PUT', `/files/upload_sessions/${id}`, part, headers)).status).toBe(409)
  expect((await call('GET', `/files/upload_sessions/${id}/parts`)).body).toMatchObject({
    total_count: 1,
    entries: [{ offset: 0 }],
  })
  expect((await call('GET', `/files/upload_sessions/${id}`)).body).toMatchObject({ num_parts_processed: 1 })
  const incomplete = await call('POST', `/files/upload_sessions/${id}/commit`, '{"parts":[]}', {
    ...json,
    digest: 'sha=x',
  })
  expect(incomplete.body).toMatchObject({ status: 400, code: 'bad_request' })
  expect((await call('DELETE', `/files/upload_sessions/${id}`)).status).toBe(204)
  expect((await call('GET', `/files/upload_sessions/${id}`)).status).toBe(404)
})

test('a part that does not fit is an error', async () => {
  expect((await open('small.mov', 19_999_999)).body).toMatchObject({
    status: 400,
    code: 'file_size_too_small',
  })
  expect((await open('a/b')).body).toMatchObject({ status: 400, code: 'item_name_invalid' })
  await rawCaller(box, client.anna)('POST', '/2.0/folders', {
    name: 'taken',
    parent: { id: client.incoming },
  })
  expect((await open('TAKEN')).body).toMatchObject({ status: 409, code: 'item_name_in_use' })
  const id = String((await open('refused.mov')).body.id)
  const part = content.subarray(0, 8_388_608)
  const headers = { 'content-type': 'application/octet-stream', digest: `sha=${sha1(part).digest('base64')}` }
  const put = (range: string, bytes: Buffer<ArrayBuffer>) =>
    call('PUT', `/files/upload_sessions/${id}`, bytes, { ...headers, 'content-range': range })
  expect((await put('bytes 1-8388608/20500000', part)).status).toBe(416)
  expect((await put('bytes 0-8388607/1', part)).status).toBe(416)
  expect((await put('bytes 0-8388607/20500000', part.subarray(1))).status).toBe(400)
  expect((await put('bytes 0-8388607/20500000', Buffer.alloc(8_388_608))).body).toMatchObject({ status: 412 })
})
