import { startSimulatedBox } from '../../../sandbox/simulated-box/simulated-box'
import type { SimulatedBox } from '../../../sandbox/simulated-box/simulated-box'
import { rawCaller, rawUpload, seedClient } from './support'

let box: SimulatedBox
let client: Awaited<ReturnType<typeof seedClient>>

beforeAll(async () => {
  box = await startSimulatedBox()
  client = await seedClient(box)
})
afterAll(() => box.stop())

const call = (method: string, path: string, body?: unknown) => rawCaller(box, client.anna)(method, path, body)
const parent = () => ({ id: client.incoming })
const upload = (name: string, content = 'x') =>
  rawUpload(box, client.anna, { attributes: { name, parent: parent() }, content })
const idOf = (answer: { body: Record<string, unknown> }) =>
  String((answer.body.entries as { id: string }[])[0]?.id)

test.each([
  ['a'.repeat(255), 201, undefined],
  ['😀'.repeat(255), 201, undefined],
  ['Größe – 100 % "fein" <1>.pdf', 201, undefined],
  ['.hidden', 201, undefined],
  ['a'.repeat(256), 400, 'item_name_too_long'],
  ['', 400, 'item_name_invalid'],
  ['.', 400, 'item_name_invalid'],
  ['..', 400, 'item_name_invalid'],
  ['a/b', 400, 'item_name_invalid'],
  ['a\\b', 400, 'item_name_invalid'],
  [' a', 400, 'item_name_invalid'],
  ['a ', 400, 'item_name_invalid'],
  ['a\nb', 400, 'item_name_invalid'],
  ['a\u0000b', 400, 'item_name_invalid'],
])('the name %j answers %i, for folders, uploads, preflights and renames', async (name, status, code) => {
  const folder = await call('POST', '/2.0/folders', { name, parent: { id: client.incoming } })
  expect({ status: folder.status, code: folder.body.code }).toEqual({ status, code })
  if (folder.status === 201) await call('DELETE', `/2.0/folders/${String(folder.body.id)}`)
  const check = await call('OPTIONS', '/2.0/files/content', { name, parent: parent() })
  expect({ status: check.status, code: check.body.code }).toEqual({
    status: status === 201 ? 200 : status,
    code,
  })
  const file = await upload(name)
  expect({ status: file.status, code: file.body.code }).toEqual({ status, code })
  const other = idOf(await upload(`to be renamed ${Math.random()}`))
  if (file.status === 201) await call('DELETE', `/2.0/files/${idOf(file)}`)
  const renamed = await call('PUT', `/2.0/files/${other}`, { name })
  expect({ status: renamed.status, code: renamed.body.code }).toEqual({
    status: status === 201 ? 200 : status,
    code,
  })
  await call('DELETE', `/2.0/files/${other}`)
})

describe('names are compared without case, and the error names the conflict', () => {
  test('as an array when a folder is made', async () => {
    const { body } = await call('POST', '/2.0/folders', { name: '_PROCESSED', parent: parent() })
    const again = await call('POST', '/2.0/folders', { name: '_processed', parent: parent() })
    expect(again.body).toMatchObject({
      status: 409,
      code: 'item_name_in_use',
      context_info: { conflicts: [{ type: 'folder', id: body.id, name: '_PROCESSED' }] },
    })
  })

  test('as an object when a file is uploaded', async () => {
    const file = await upload('Taken.txt')
    const again = await upload('TAKEN.TXT')
    expect(again.body).toMatchObject({
      status: 409,
      code: 'item_name_in_use',
      context_info: { conflicts: { type: 'file', id: idOf(file), sha1: expect.any(String) } },
    })
    const check = await call('OPTIONS', '/2.0/files/content', { name: 'taken.txt', parent: parent() })
    expect(check.body).toMatchObject({
      status: 409,
      context_info: { conflicts: [{ type: 'file', id: idOf(file) }] },
    })
  })

  test('not at all when something is moved or renamed onto it', async () => {
    const [one, other] = [idOf(await upload('one.txt')), idOf(await upload('other.txt'))]
    const renamed = await call('PUT', `/2.0/files/${one}`, { name: 'Other.txt' })
    expect(renamed.body).toMatchObject({ status: 409, code: 'item_name_in_use' })
    expect(renamed.body).not.toHaveProperty('context_info')
    const { body } = await call('POST', '/2.0/folders', { name: 'place', parent: parent() })
    await call('PUT', `/2.0/files/${other}`, { name: 'ONE.txt', parent: { id: body.id } })
    const moved = await call('PUT', `/2.0/files/${one}`, { parent: { id: body.id } })
    expect(moved.body).toMatchObject({ status: 409, code: 'item_name_in_use' })
    expect(moved.body).not.toHaveProperty('context_info')
  })
})

test('a file may change the case of its own name', async () => {
  const id = idOf(await upload('case.txt'))
  expect((await call('PUT', `/2.0/files/${id}`, { name: 'CASE.txt' })).body).toMatchObject({
    name: 'CASE.txt',
    etag: '1',
  })
})

test('a name in the trash is free again, and the trash does not give it back when it is taken', async () => {
  const first = idOf(await upload('twice.txt'))
  await call('DELETE', `/2.0/files/${first}`)
  expect((await upload('twice.txt')).status).toBe(201)
  expect((await call('POST', `/2.0/files/${first}`)).body).toMatchObject({
    status: 409,
    code: 'item_name_in_use',
  })
  expect((await call('POST', `/2.0/files/${first}`, { name: 'twice again.txt' })).status).toBe(201)
})

test('a name that a test reserved is rejected as often as ordered', async () => {
  await box.control.reserveName({ parentId: client.incoming, name: 'Reserved.html', times: 2 })
  expect((await upload('reserved.html')).body).toMatchObject({
    status: 409,
    code: 'name_temporarily_reserved',
  })
  expect((await upload('reserved.html')).body).toMatchObject({
    status: 409,
    code: 'name_temporarily_reserved',
  })
  expect((await upload('reserved.html')).status).toBe(201)
})

test('of two uploads of one name at a time, the second one gets name_temporarily_reserved', async () => {
  const token = await box.control.token(client.anna)
  const boundary = 'b'
  let finish = () => {}
  const part = (text: string) => new TextEncoder().encode(text)
  const body = new ReadableStream({
    start(controller) {
      const attributes = JSON.stringify({ name: 'Race.txt', parent: parent() })
      controller.enqueue(
        part(`--b\r\ncontent-disposition: form-data; name="attributes"\r\n\r\n${attributes}\r\n`),
      )
      controller.enqueue(part('--b\r\ncontent-disposition: form-data; name="file"; filename="f"\r\n\r\nhal'))
      finish = () => {
        controller.enqueue(part('lo\r\n--b--\r\n'))
        controller.close()
      }
    },
  })
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': `multipart/form-data; boundary=${boundary}`,
  }
  const first = fetch(`${box.uploadUrl}/2.0/files/content`, { method: 'POST', headers, body, duplex: 'half' })
  let second = await call('OPTIONS', '/2.0/files/content', { name: 'race.txt', parent: parent() })
  while (second.status === 200)
    second = await call('OPTIONS', '/2.0/files/content', { name: 'race.txt', parent: parent() })
  expect(second.body).toMatchObject({ status: 409, code: 'name_temporarily_reserved' })
  expect((await upload('race.txt')).body).toMatchObject({ status: 409, code: 'name_temporarily_reserved' })
  expect((await call('POST', '/2.0/folders', { name: 'RACE.txt', parent: parent() })).body).toMatchObject({
    code: 'name_temporarily_reserved',
  })
  finish()
  expect((await first).status).toBe(201)
  expect((await upload('race.txt')).body).toMatchObject({ status: 409, code: 'item_name_in_use' })
})

test('descriptions and tags have the limits of Box', async () => {
  const id = idOf(await upload('described.png'))
  const put = (body: unknown) => call('PUT', `/2.0/files/${id}?fields=description,tags`, body)
  expect(await put({ description: '😀'.repeat(256), tags: ['a', 'b'] })).toMatchObject({
    status: 200,
    body: { description: '😀'.repeat(255), tags: ['a', 'b'] },
  })
  const tags = (count: number) => Array.from({ length: count }, (_, index) => `tag ${index}`)
  for (const refused of [
    { description: 'x'.repeat(257) },
    { tags: tags(101) },
    { tags: [''] },
    { tags: 'a' },
  ])
    expect((await put({ name: 'other.png', ...refused })).status).toBe(400)
  expect(await put({ tags: tags(100) })).toMatchObject({ status: 200, body: { tags: tags(100) } })
  expect((await put({ tags: [] })).body.tags).toBeUndefined()
  expect((await call('GET', `/2.0/files/${id}`)).body).toMatchObject({ name: 'described.png' })
})
