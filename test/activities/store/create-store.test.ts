import { createHash, randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { createStore } from '../../../activities/store/create-store'
import type { FileRef, Upload } from '../../../workflows/contract'
import { type ActivityWorld, boxOf, openActivityWorld } from '../../support/activity-world'

let world: ActivityWorld
beforeAll(async () => {
  world = await openActivityWorld()
})
afterAll(() => world.close())
beforeEach(() => world.control.clearFaults())

const piece = 1 << 17
let count = 0

async function asset(sizeBytes = 3 * piece) {
  const content = randomBytes(sizeBytes)
  const upload = await world.put(`asset ${count++}.bin`, content)
  return { upload, content, dir: join(world.dataDir, 'assets', `${upload.sha1}-${upload.versionId}`) }
}

function ensure(ref: FileRef | Upload, signal = new AbortController().signal) {
  const progress: number[] = []
  const done = world.store.ensureLocal(ref, { signal, onProgress: ({ bytes }) => progress.push(bytes) })
  return { done, progress }
}

/** Jest compares buffers byte by byte, which takes seconds. */
async function expectBytes(path: string, content: Buffer) {
  expect((await readFile(path)).equals(content)).toBe(true)
}

async function downloadsOf(fileId: string) {
  return (await world.control.requests()).filter(
    (request) => request.origin === 'download' && request.fileId === fileId,
  )
}

describe('ensureLocal', () => {
  it('downloads once, verifies size and SHA-1, and returns the SHA-256', async () => {
    const { upload, content, dir } = await asset()
    const { done, progress } = ensure(upload)
    const local = await done
    expect(local).toEqual({
      path: join(dir, 'source'),
      sha256: createHash('sha256').update(content).digest('hex'),
    })
    await expectBytes(local.path, content)
    expect(progress.at(-1)).toBe(content.length)
    expect((await readdir(dir)).sort()).toEqual(['sha256', 'source'])
    const before = (await world.control.requests()).length
    await expect(ensure(upload).done).resolves.toEqual(local)
    expect((await world.control.requests()).length).toBe(before)
  })

  it('downloads once when two ask at the same time', async () => {
    const { upload } = await asset()
    const [first, second] = await Promise.all([ensure(upload).done, ensure(upload).done])
    expect(first).toEqual(second)
    expect(contentRequests(await world.control.requests(), upload)).toHaveLength(1)
  })

  it('continues where the connection broke', async () => {
    const { upload, content } = await asset()
    await world.control.fault({
      origin: 'download',
      fileId: upload.fileId,
      kind: 'cutBody',
      afterBytes: piece,
    })
    const { path } = await ensure(upload).done
    await expectBytes(path, content)
    const ranges = (await downloadsOf(upload.fileId)).map(({ status }) => status)
    expect(ranges).toEqual([200, 206])
  })

  it('continues the part that an earlier process left, and verifies it too', async () => {
    const { upload, content, dir } = await asset()
    await mkdir(dir, { recursive: true })
    await writeFile(join(dir, 'source.part'), content.subarray(0, 2 * piece))
    const { path } = await ensure(upload).done
    await expectBytes(path, content)
    expect((await downloadsOf(upload.fileId)).map(({ status }) => status)).toEqual([206])
    expect((await readdir(dir)).sort()).toEqual(['sha256', 'source'])
  })

  it('downloads everything again when the part that was left is corrupt', async () => {
    const { upload, content, dir } = await asset()
    await mkdir(dir, { recursive: true })
    await writeFile(join(dir, 'source.part'), randomBytes(2 * piece))
    const { path } = await ensure(upload).done
    await expectBytes(path, content)
    expect((await downloadsOf(upload.fileId)).map(({ status }) => status)).toEqual([206, 200])
  })

  it('fetches again when the bytes were wrong', async () => {
    const { upload, content } = await asset()
    await world.control.fault({ origin: 'download', fileId: upload.fileId, kind: 'wrongBytes' })
    const { path } = await ensure(upload).done
    await expectBytes(path, content)
  })

  it('gives up as content_mismatch when the bytes never match, and leaves nothing behind', async () => {
    const { upload, dir } = await asset()
    await world.control.fault({ origin: 'download', fileId: upload.fileId, kind: 'wrongBytes', times: 9 })
    await expect(ensure(upload).done).rejects.toMatchObject({ type: 'content_mismatch', nonRetryable: true })
    await expect(readdir(dir)).resolves.toEqual([])
  })

  it('continues when the body stalls', async () => {
    const { upload, content } = await asset()
    const store = createStore({ dataDir: world.dataDir, reserveBytes: 0, box: boxOf(world.sim, 600) })
    await world.control.fault({
      origin: 'download',
      fileId: upload.fileId,
      kind: 'stallBody',
      afterBytes: piece,
    })
    const { path } = await store.ensureLocal(upload, {
      signal: new AbortController().signal,
      onProgress: () => undefined,
    })
    await expectBytes(path, content)
    expect((await downloadsOf(upload.fileId)).map(({ status }) => status)).toEqual([200, 206])
  })

  it('waits while Box is still storing the file (202)', async () => {
    const { upload, content } = await asset(1000)
    await world.control.setSwitches({ notReadyDownloads: 2 })
    const { path } = await ensure(upload).done
    await expectBytes(path, content)
  })

  it('survives 500s, HTML error pages and resets of either server', async () => {
    const { upload, content } = await asset(1000)
    const { fileId } = upload
    await world.control.fault({ origin: 'api', path: '/2.0/files/*/content', kind: 'answer', status: 500 })
    await world.control.fault({
      origin: 'download',
      fileId,
      kind: 'answer',
      status: 502,
      html: '<h1>Bad Gateway</h1>',
    })
    await world.control.fault({ origin: 'download', fileId, kind: 'reset' })
    const { path } = await ensure(upload).done
    await expectBytes(path, content)
  })

  it('gives up after three connections without a byte, and keeps the part', async () => {
    const { upload, dir } = await asset()
    await world.control.fault({
      origin: 'download',
      fileId: upload.fileId,
      kind: 'cutBody',
      afterBytes: piece,
    })
    await world.control.fault({ origin: 'download', fileId: upload.fileId, kind: 'reset', times: 9 })
    await expect(ensure(upload).done).rejects.toMatchObject({ kind: 'no_answer' })
    const [part = ''] = await readdir(dir)
    expect((await stat(join(dir, part))).size).toBeGreaterThan(0)
  })

  it('stops at once when the run is cancelled', async () => {
    const { upload } = await asset()
    await world.control.fault({
      origin: 'download',
      fileId: upload.fileId,
      kind: 'stallBody',
      afterBytes: 1000,
    })
    const controller = new AbortController()
    const reason = new Error('cancelled')
    const { done } = ensure(upload, controller.signal)
    setTimeout(() => controller.abort(reason), 200)
    await expect(done).rejects.toBe(reason)
  })

  it('makes no path of an id or hash that has another form', async () => {
    const ref = { fileId: '1', versionId: '../../etc', sha1: 'a'.repeat(40), sizeBytes: 1 }
    await expect(ensure(ref).done).rejects.toThrow(/version id of digits/)
  })
})

function contentRequests(
  requests: Awaited<ReturnType<ActivityWorld['control']['requests']>>,
  { fileId }: Upload,
) {
  return requests.filter(({ path, origin }) => origin === 'api' && path === `/2.0/files/${fileId}/content`)
}
