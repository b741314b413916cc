import { createHash, randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
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
  it('fetches once, proves size and SHA-1, and knows the SHA-256', async () => {
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

  it('fetches once when two ask at the same time', async () => {
    const { upload } = await asset()
    const [first, second] = await Promise.all([ensure(upload).done, ensure(upload).done])
    expect(first).toEqual(second)
    expect(contentRequests(await world.control.requests(), upload)).toHaveLength(1)
  })

  it('goes on where the connection was cut', async () => {
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

  it('goes on with what a process that died has left, and proves that part too', async () => {
    const { upload, content, dir } = await asset()
    await mkdir(dir, { recursive: true })
    await writeFile(join(dir, 'source.4194300.part'), content.subarray(0, 2 * piece))
    const { path } = await ensure(upload).done
    await expectBytes(path, content)
    expect((await downloadsOf(upload.fileId)).map(({ status }) => status)).toEqual([206])
    expect((await readdir(dir)).sort()).toEqual(['sha256', 'source'])
  })

  it('fetches all anew when the part that was left is rotten', async () => {
    const { upload, content, dir } = await asset()
    await mkdir(dir, { recursive: true })
    await writeFile(join(dir, 'source.4194300.part'), randomBytes(2 * piece))
    const { path } = await ensure(upload).done
    await expectBytes(path, content)
    expect((await downloadsOf(upload.fileId)).map(({ status }) => status)).toEqual([206, 200])
  })

  it('leaves the part of a living process alone', async () => {
    const { upload, content, dir } = await asset()
    await mkdir(dir, { recursive: true })
    await writeFile(join(dir, `source.${process.ppid}.part`), 'not ours')
    const { path } = await ensure(upload).done
    await expectBytes(path, content)
    await expect(readFile(join(dir, `source.${process.ppid}.part`), 'utf8')).resolves.toBe('not ours')
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

  it('goes on when the body hangs', async () => {
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

  it('waits while Box still takes the file in (202)', async () => {
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

  it('gives up after three connections that brought nothing, and keeps the part', async () => {
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

  it('says not yet when the disk lacks the room, and evicts what nobody works on first', async () => {
    const [old, wanted] = [await asset(1000), await asset(1000)]
    await ensure(old.upload).done
    await world.store.release(old.upload)
    const store = createStore({
      dataDir: world.dataDir,
      reserveBytes: Number.MAX_SAFE_INTEGER / 2,
      box: world.box,
    })
    const done = store.ensureLocal(wanted.upload, {
      signal: new AbortController().signal,
      onProgress: () => undefined,
    })
    await expect(done).rejects.toMatchObject({ type: 'not_yet', category: 'BENIGN', nextRetryDelay: 15_000 })
    await expect(stat(old.dir)).rejects.toMatchObject({ code: 'ENOENT' })
    await expect(store.hasRoom()).resolves.toBe(false)
  })

  it('counts what is worked on, and not what was set aside or removed', async () => {
    await rm(join(world.dataDir, 'assets'), { recursive: true, force: true })
    const [first, second] = [await asset(1000), await asset(1000)]
    await Promise.all([ensure(first.upload).done, ensure(second.upload).done])
    await expect(world.store.countUnfinished()).resolves.toBe(2)
    await world.store.release(first.upload)
    await expect(world.store.countUnfinished()).resolves.toBe(1)
    await ensure(first.upload).done
    await expect(world.store.countUnfinished()).resolves.toBe(2)
    await world.store.remove(first.upload)
    await world.store.remove(second.upload)
    await expect(world.store.countUnfinished()).resolves.toBe(0)
    await expect(world.store.release(first.upload)).resolves.toBeUndefined()
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
