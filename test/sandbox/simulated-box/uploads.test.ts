import { createHash } from 'node:crypto'
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSimulatedBox } from '../../../sandbox/simulated-box/simulated-box'
import type { SimulatedBox } from '../../../sandbox/simulated-box/simulated-box'
import { rawCaller, rawUpload, seedClient } from './support'

let box: SimulatedBox
let client: Awaited<ReturnType<typeof seedClient>>

beforeAll(async () => {
  box = await startSimulatedBox({ maxDirectUploadBytes: 1_000_000 })
  client = await seedClient(box)
})
afterAll(() => box.stop())

const sha1 = (content: string) => createHash('sha1').update(content).digest('hex')
const attributes = (name: string) => ({ name, parent: { id: client.incoming } })
const upload = (parts: Parameters<typeof rawUpload>[2]) =>
  rawUpload(box, client.anna, { appId: box.appId, ...parts })
const call = (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
  rawCaller(box, client.anna, box.appId)(method, path, body, headers)
interface FileView {
  id: string
  etag: string
  sha1: string
  name: string
  file_version: { id: string; sha1: string }
}
const fileOf = (answer: { body: Record<string, unknown> }) => (answer.body.entries as FileView[])[0]!

test('an upload answers the file in PHP-style JSON, with strings where Box has strings', async () => {
  const { status, body, text } = await upload({ attributes: attributes('Grüße 😀.txt'), content: 'hello' })
  expect(status).toBe(201)
  expect(text).toContain('"name":"Gr\\u00fc\\u00dfe \\ud83d\\ude00.txt"')
  expect(body).toMatchObject({ total_count: 1 })
  expect(fileOf({ body })).toMatchObject({
    ...{
      type: 'file',
      id: expect.stringMatching(/^\d{13}$/),
      etag: '0',
      sequence_id: '0',
      sha1: sha1('hello'),
      size: 5,
    },
    file_version: { type: 'file_version', id: expect.stringMatching(/^\d{13}$/), sha1: sha1('hello') },
    created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d-08:00$/),
    ...{
      created_by: { type: 'user', id: client.anna },
      parent: { id: client.incoming },
      item_status: 'active',
      shared_link: null,
    },
  })
})

test.each<[string, Parameters<typeof rawUpload>[2], number, string]>([
  [
    'the file before its attributes',
    { attributes: { name: 'order.txt', parent: { id: '1' } }, content: 'x', contentFirst: true },
    400,
    'metadata_after_file_contents',
  ],
  ['no attributes', { content: 'x' }, 400, 'metadata_after_file_contents'],
  ['attributes without a name', { attributes: { parent: { id: '1' } }, content: 'x' }, 400, 'bad_request'],
  ['attributes without a parent', { attributes: { name: 'x' }, content: 'x' }, 400, 'bad_request'],
  [
    'a parent that is no number',
    { attributes: { name: 'x', parent: { id: 'x' } }, content: 'x' },
    405,
    'method_not_allowed',
  ],
  [
    'a parent that is not there',
    { attributes: { name: 'x', parent: { id: '1' } }, content: 'x' },
    404,
    'not_found',
  ],
])('%s is an error', async (_what, parts, status, code) => {
  expect((await upload(parts)).body).toMatchObject({ type: 'error', status, code })
})

test('a body without a file part or without multipart is an error', async () => {
  expect((await upload({ attributes: attributes('nofile.txt') })).body).toMatchObject({
    status: 400,
    code: 'bad_request',
  })
  const headers = {
    authorization: `Bearer ${await box.control.token(client.anna)}`,
    'content-type': 'multipart/form-data',
  }
  const answer = await fetch(`${box.uploadUrl}/2.0/files/content`, { method: 'POST', headers, body: 'x' })
  expect(answer.status).toBe(400)
})

test('content-md5 holds the SHA-1 and is verified: a wrong one leaves nothing behind', async () => {
  const wrong = await upload({
    attributes: attributes('digest.txt'),
    content: 'hello',
    headers: { 'content-md5': sha1('other') },
  })
  expect(wrong.body).toMatchObject({ status: 400, code: 'bad_digest' })
  const right = await upload({
    attributes: attributes('digest.txt'),
    content: 'hello',
    headers: { 'content-md5': sha1('hello').toUpperCase() },
  })
  expect(right.status).toBe(201)
})

test('preflight and upload reject a file above the limit, also a big one', async () => {
  const check = await call('OPTIONS', '/2.0/files/content', { ...attributes('big.bin'), size: 1_000_001 })
  expect(check.body).toMatchObject({ status: 403, code: 'file_size_limit_exceeded' })
  const big = await upload({ attributes: attributes('big.bin'), content: Buffer.alloc(8_000_000) })
  expect(big.body).toMatchObject({ status: 403, code: 'file_size_limit_exceeded' })
  const fits = await upload({ attributes: attributes('big.bin'), content: Buffer.alloc(1_000_000) })
  expect(fits.status).toBe(201)
  const inTheWebApp = await rawUpload(box, client.anna, {
    attributes: attributes('web.bin'),
    content: Buffer.alloc(1_000_001),
  })
  expect(inTheWebApp.status).toBe(201)
})

test('preflight answers where to upload', async () => {
  const { status, body } = await call('OPTIONS', '/2.0/files/content', { ...attributes('new.txt'), size: 5 })
  expect({ status, body }).toEqual({
    status: 200,
    body: { upload_url: `${box.uploadUrl}/2.0/files/content`, upload_token: '' },
  })
})

test('a new version keeps the id and counts the etag; If-Match guards it', async () => {
  const first = fileOf(await upload({ attributes: attributes('version.txt'), content: 'one' }))
  const second = fileOf(
    await upload({
      fileId: first.id,
      attributes: { name: 'version.txt' },
      content: 'two',
      headers: { 'if-match': '0' },
    }),
  )
  expect(second).toMatchObject({ id: first.id, etag: '1', sha1: sha1('two') })
  expect(second.file_version.id).not.toBe(first.file_version.id)
  const stale = await upload({
    fileId: first.id,
    attributes: { name: 'version.txt' },
    content: 'three',
    headers: { 'if-match': '0' },
  })
  expect(stale.body).toMatchObject({ status: 412, code: 'precondition_failed' })
  const versions = await call('GET', `/2.0/files/${first.id}/versions`)
  expect(versions.body).toMatchObject({
    total_count: 1,
    entries: [{ type: 'file_version', id: first.file_version.id, sha1: sha1('one') }],
  })
  const renamed = fileOf(
    await upload({ fileId: first.id, attributes: { name: 'renamed.txt' }, content: 'four' }),
  )
  expect(renamed).toMatchObject({ id: first.id, name: 'renamed.txt', etag: '2' })
})

test('a move and rename at once keeps id and version, and counts the etag by one', async () => {
  const file = fileOf(await upload({ attributes: attributes('to-move.txt'), content: 'x' }))
  const folder = await call('POST', '/2.0/folders', { name: '_PROCESSED', parent: { id: client.incoming } })
  const { body } = await call('PUT', `/2.0/files/${file.id}`, {
    name: 'session_to-move.txt',
    parent: { id: folder.body.id },
  })
  expect(body).toMatchObject({
    id: file.id,
    etag: '1',
    sequence_id: '1',
    name: 'session_to-move.txt',
    parent: { id: folder.body.id },
    file_version: { id: file.file_version.id },
  })
})

test('a move with a stale If-Match fails with 412 by default, and passes with the switch off', async () => {
  const folder = await call('POST', '/2.0/folders', { name: 'Target', parent: { id: client.incoming } })
  const move = async (name: string, etag: string) => {
    const { id } = fileOf(await upload({ attributes: attributes(name), content: 'x' }))
    await call('PUT', `/2.0/files/${id}`, { name: `renamed ${name}` })
    return call('PUT', `/2.0/files/${id}`, { parent: { id: folder.body.id } }, { 'if-match': etag })
  }
  const stale = await move('stale.txt', '0')
  expect({ status: stale.status, code: stale.body.code }).toEqual({
    status: 412,
    code: 'precondition_failed',
  })
  expect((await move('current.txt', '1')).status).toBe(200)
  await box.control.setSwitches({ honoursIfMatch: false })
  expect((await move('ignored.txt', '0')).status).toBe(200)
  await box.control.setSwitches({ honoursIfMatch: true })
})

test('an upload by somebody without a login comes from user 2', async () => {
  await box.control.setRole({ folderId: client.incoming, userId: '2', role: 'uploader' })
  const { fileId } = await box.control.upload({
    userId: '2',
    folderId: client.incoming,
    name: 'anonymous.txt',
    content: 'x',
  })
  expect((await call('GET', `/2.0/files/${fileId}`)).body.created_by).toMatchObject({ type: 'user', id: '2' })
})

test.each([
  ['an empty file name and no type, as the Python SDK does', 'filename=""'],
  ['no file name at all', ''],
  ['a type and a name', 'filename="x.bin"\r\ncontent-type: image/png'],
])('a file part with %s is the file', async (_what, header) => {
  const authorization = `Bearer ${await box.control.token(client.anna)}`
  const name = `part ${header.length}.bin`
  const content = Buffer.from(Array.from({ length: 300_000 }, (_, index) => (index * 7) % 256))
  const head =
    '--b\r\nContent-Disposition: form-data; ' +
    `name="attributes"\r\n\r\n${JSON.stringify(attributes(name))}\r\n`
  const part = `--b\r\nContent-Disposition: form-data; name="file"; ${header}\r\n\r\n`
  const body = Buffer.concat([Buffer.from(head), Buffer.from(part), content, Buffer.from('\r\n--b--\r\n')])
  const headers = { authorization, 'content-type': 'multipart/form-data; boundary=b' }
  const answer = await fetch(`${box.uploadUrl}/2.0/files/content`, { method: 'POST', headers, body })
  expect(answer.status).toBe(201)
  const uploaded = fileOf({ body: (await answer.json()) as Record<string, unknown> })
  expect(uploaded).toMatchObject({ name, sha1: createHash('sha1').update(content).digest('hex') })
})

test('two attributes parts, a huge attributes part, and unknown fields do no harm', async () => {
  const token = await box.control.token(client.anna)
  const form = new FormData()
  form.append('attributes', JSON.stringify(attributes('parts.txt')))
  form.append('other', 'x')
  form.append('file', new Blob(['one']), 'file')
  form.append('file', new Blob(['two']), 'file')
  form.append('attributes', JSON.stringify(attributes('late.txt')))
  const answer = await fetch(`${box.uploadUrl}/2.0/files/content`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: form,
  })
  expect(answer.status).toBe(201)
  expect(fileOf({ body: (await answer.json()) as Record<string, unknown> })).toMatchObject({
    name: 'parts.txt',
    sha1: sha1('one'),
  })
})

test('a big file goes through the disk, not through memory', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'big-'))
  const path = join(directory, 'big.bin')
  await writeFile(path, '')
  await truncate(path, 150_000_000)
  let peakBytes = 0
  const watch = setInterval(() => (peakBytes = Math.max(peakBytes, process.memoryUsage().arrayBuffers)), 5)
  const before = process.memoryUsage().arrayBuffers
  const { sizeBytes } = await box.control.upload({
    userId: client.anna,
    folderId: client.incoming,
    name: 'huge.bin',
    content: { path },
  })
  clearInterval(watch)
  await rm(directory, { recursive: true })
  expect(sizeBytes).toBe(150_000_000)
  expect(peakBytes - before).toBeLessThan(100_000_000)
})
