import { randomBytes } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'

import { createStore, type Store } from '../../../activities/store/create-store'
import { DiskRoom } from '../../../activities/store/disk-room'
import type { FileRef } from '../../../workflows/contract'
import { type ActivityWorld, openActivityWorld } from '../../support/activity-world'

let world: ActivityWorld
beforeEach(async () => {
  world = await openActivityWorld()
})
afterEach(() => world.close())

let count = 0
const put = (bytes: number) => world.put(`asset ${count++}.bin`, randomBytes(bytes))
const options = { signal: new AbortController().signal, onProgress: () => undefined }
const fetched = async (store: Store, ref: FileRef) => store.use(ref, () => store.ensureLocal(ref, options))
const names = () => readdir(join(world.dataDir, 'assets')).catch(() => [])
const nameOf = ({ sha1, versionId }: FileRef) => `${sha1}-${versionId}`

/** A disk of this size that holds nothing but the assets. */
function storeOn(capacity: number, reserveBytes = 0): Store {
  const freeBytes = async () => {
    const files = await readdir(join(world.dataDir, 'assets'), { recursive: true }).catch(() => [])
    const sizes = files
      .filter((file) => file.includes('source'))
      .map((file) => stat(join(world.dataDir, 'assets', file)).then(({ size }) => size))
    return (await Promise.all(sizes)).reduce((free, size) => free - size, capacity)
  }
  return createStore({ dataDir: world.dataDir, reserveBytes, box: world.box, freeBytes })
}

describe('room on the disk', () => {
  it('is never promised to two downloads at the same time', async () => {
    const [first, second] = [await put(6_000), await put(6_000)]
    const store = storeOn(10_000)
    const hold = await world.control.hold({ origin: 'download', fileId: first.fileId, at: 'before' })
    const running = fetched(store, first)
    await hold.reached()
    await expect(store.disk()).resolves.toEqual({ freeBytes: 4_000, promisedBytes: 6_000 })
    await expect(fetched(store, second)).rejects.toMatchObject({
      type: 'not_yet',
      category: 'BENIGN',
      nextRetryDelay: 15_000,
      message: expect.stringMatching(/4000 bytes free .* needs 6000, and 0 must stay free/),
    })
    await store.release(second)
    await hold.release()
    await running
    await expect(store.disk()).resolves.toEqual({ freeBytes: 4_000, promisedBytes: 0 })
  })

  it('is made by evicting what nobody works on, the longest unused first', async () => {
    const [old, working, wanted] = [await put(3_000), await put(3_000), await put(6_000)]
    const store = storeOn(10_000)
    await fetched(store, old)
    await store.release(old)
    await fetched(store, working)
    await fetched(store, wanted)
    expect((await names()).sort()).toEqual([nameOf(working), nameOf(wanted)].sort())
  })

  it('for intake is made by eviction too, and ends with what is worked on', async () => {
    const [old, working] = [await put(3_000), await put(3_000)]
    await fetched(storeOn(10_000), old)
    const store = storeOn(10_000, 5_000)
    await fetched(store, working)
    await expect(storeOn(10_000, 3_000).hasRoom()).resolves.toBe(true)
    await expect(store.hasRoom()).resolves.toBe(true)
    expect(await names()).toEqual([nameOf(working)])
    await expect(new DiskRoom(roomOf({ free: 5_000, reserve: 5_000 })).hasRoom()).resolves.toBe(false)
  })

  it('counts only the bytes of a part that are still to come', async () => {
    const asset = await put(9_000)
    const store = storeOn(10_000)
    const fault = { origin: 'download', fileId: asset.fileId } as const
    await world.control.fault({ ...fault, kind: 'cutBody', afterBytes: 5_000 })
    await world.control.fault({ ...fault, kind: 'reset', times: 9 })
    await expect(fetched(store, asset)).rejects.toMatchObject({ kind: 'no_answer' })
    await world.control.clearFaults()
    await expect(fetched(store, asset)).resolves.toBeDefined()
  })
})

describe('work on assets', () => {
  it('counts what activities of this process work on, and not what was released or removed', async () => {
    const [first, second] = [await put(1_000), await put(1_000)]
    const { store } = world
    await Promise.all([fetched(store, first), fetched(store, second)])
    expect(store.countUnfinished()).toBe(2)
    await store.release(first)
    expect(store.countUnfinished()).toBe(1)
    await fetched(store, first)
    expect(store.countUnfinished()).toBe(2)
    await store.remove(first)
    await store.remove(second)
    await store.release(first)
    expect(store.countUnfinished()).toBe(0)
    expect(await names()).toEqual([])
  })

  it('counts nothing that an earlier process left: a host that comes back takes assets at once', async () => {
    const assets = await Promise.all(Array.from({ length: 20 }, () => put(100)))
    for (const asset of assets) await fetched(storeOn(10_000), asset)
    expect(await names()).toHaveLength(20)
    expect(storeOn(10_000).countUnfinished()).toBe(0)
  })

  it('reserves no bytes for a download that failed', async () => {
    const asset = await put(1_000)
    await world.control.fault({ origin: 'download', fileId: asset.fileId, kind: 'reset', times: 9 })
    const { store } = world
    const failed = store.use(asset, async () => {
      await store.ensureLocal(asset, options).finally(() => store.release(asset))
    })
    await expect(failed).rejects.toMatchObject({ kind: 'no_answer' })
    expect(store.countUnfinished()).toBe(0)
  })

  it('forgets idle assets, and none that an activity works on', async () => {
    const [idle, busy] = [await put(100), await put(100)]
    const { store } = world
    await fetched(store, idle)
    await store.use(busy, async () => {
      await store.ensureLocal(busy, options)
      store.forgetIdle(0)
      expect(store.countUnfinished()).toBe(1)
    })
  })

  it('keeps the bytes under an activity that reads them while another run cleans up', async () => {
    const asset = await put(1_000)
    const { store } = world
    await store.use(asset, async () => {
      const { path } = await store.ensureLocal(asset, options)
      await store.remove(asset)
      expect((await readFile(path)).length).toBe(1_000)
    })
    expect(await names()).toEqual([])
  })

  it('removes nothing when the next run wants the asset before the last reader ends', async () => {
    const asset = await put(1_000)
    const { store } = world
    await store.use(asset, async () => {
      await store.ensureLocal(asset, options)
      await store.remove(asset)
      await fetched(store, asset)
    })
    expect(await names()).toEqual([nameOf(asset)])
  })
})

function roomOf({ free, reserve }: { free: number; reserve: number }) {
  return { dir: '/', reserveBytes: reserve, freeBytes: async () => free, evict: async () => false }
}
