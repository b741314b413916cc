import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'

import type { FileRef } from '../../workflows/contract'
import type { Box } from '../../box/box'
import { AssetUses } from './asset-uses'
import { DiskRoom } from './disk-room'
import { type FactsCache, createFactsCache } from './facts-cache'
import { fetchAsset, type FetchOptions } from './fetch-asset'
import { hasCode } from './has-code'
import { tidy } from './janitor'
import { createKeyedMutex } from './keyed-mutex'
import { partBytes } from './part-file'
import { storedFacts, type StoredFolder, storedFolders } from './stored-folders'

/**
 * The host's data directory: assets while runs work on them, facts and previews as a cache, scratch. One
 * process at a time uses it: see `lockDataDir`.
 */
export interface Store {
  /** Runs an activity's work on an asset: its bytes are not removed before the work ends. */
  use: <T>(ref: FileRef, job: () => Promise<T>) => Promise<T>
  /** The asset's bytes on this disk; downloads and verifies them when they are missing. Idempotent. */
  ensureLocal: (ref: FileRef, options: FetchOptions) => Promise<LocalAsset>
  /** No step is expected for now (the run is parked, or its report is up): the bytes may be evicted. */
  release: (ref: FileRef) => Promise<void>
  /** Removes the bytes, once no activity works on them. */
  remove: (ref: FileRef) => Promise<void>
  /** Assets that activities of this process work on, or soon will. */
  countUnfinished: () => number
  /** Releases unfinished assets that no activity has touched for `idleMs`. */
  forgetIdle: (idleMs: number) => void
  /** Room for one more download? Evicts what nobody works on. */
  hasRoom: () => Promise<boolean>
  /** `promised` bytes belong to downloads that have not written them yet; `free` is without them. */
  disk: () => Promise<{ freeBytes: number; promisedBytes: number }>
  scratch: () => Promise<Scratch>
  facts: FactsCache
  /** Removes what is old. Returns the removed folders. */
  tidy: () => Promise<string[]>
}

export interface LocalAsset {
  /** A name of our own making, without extension. */
  path: string
  sha256: string
}

/** A folder for one piece of work. */
export interface Scratch {
  dir: string
  remove: () => Promise<void>
}

export interface StoreOptions {
  dataDir: string
  /** What a download must leave free on the disk. */
  reserveBytes: number
  box: Box
  freeBytes?: (dir: string) => Promise<number>
}

export function createStore({ dataDir, reserveBytes, box, freeBytes }: StoreOptions): Store {
  const assetsDir = join(dataDir, 'assets')
  const inTurn = createKeyedMutex()
  const uses = new AssetUses((name) => inTurn(name, () => removeFolder(join(assetsDir, name))))
  let evicting: Promise<unknown> = Promise.resolve()
  const evict = async ({ name, dir }: StoredFolder): Promise<boolean> => {
    if (uses.isUsed(name)) return false
    // Who starts to use it now waits until it is gone.
    await (evicting = Promise.all([evicting, removeFolder(dir)]))
    return true
  }
  const room = new DiskRoom({
    ...{ dir: dataDir, reserveBytes, freeBytes },
    evict: async () => {
      for (const folder of await evictable(dataDir)) if (await evict(folder)) return true
      return false
    },
  })

  const fetchReserved = async (ref: FileRef, dir: string, options: FetchOptions): Promise<string> => {
    const reservation = await room.reserve(Math.max(0, ref.sizeBytes - (await partBytes(dir))))
    return fetchAsset(box, ref, dir, updating(reservation, options)).finally(reservation.end)
  }
  const ensureLocal = async (ref: FileRef, options: FetchOptions): Promise<LocalAsset> => {
    const name = assetName(ref)
    const dir = join(assetsDir, name)
    uses.expect(name)
    await evicting
    await mkdir(dir, { recursive: true, mode: 0o700 })
    await utimes(dir, new Date(), new Date())
    const sha256 = (await knownSha256(dir, ref.sizeBytes)) ?? (await fetchReserved(ref, dir, options))
    return { path: join(dir, 'source'), sha256 }
  }

  return {
    use: async (ref, job) => uses.during(assetName(ref), job),
    ensureLocal: async (ref, options) => inTurn(assetName(ref), () => ensureLocal(ref, options)),
    release: async (ref) => uses.release(assetName(ref)),
    remove: async (ref) => uses.discard(assetName(ref)),
    countUnfinished: () => uses.count(),
    forgetIdle: (idleMs) => uses.forgetIdle(idleMs),
    hasRoom: () => room.hasRoom(),
    disk: async () => ({ freeBytes: await room.freeBytes(), promisedBytes: room.promisedBytes() }),
    scratch: () => createScratch(dataDir),
    facts: createFactsCache(dataDir),
    tidy: () => tidy({ dataDir, remove: evict }),
  }
}

/** As the bytes arrive, fewer of them are still to be reserved. */
function updating(reservation: { update: (bytes: number) => void }, options: FetchOptions): FetchOptions {
  const onProgress: FetchOptions['onProgress'] = (progress) => {
    reservation.update(progress.ofBytes - progress.bytes)
    options.onProgress(progress)
  }
  return { ...options, onProgress }
}

const factsKeptMs = 24 * 60 * 60_000

/** Assets first, which can be fetched again; then facts, which cost an analysis. */
async function evictable(dataDir: string): Promise<StoredFolder[]> {
  const oldFacts = (await storedFacts(dataDir)).filter(({ usedAtMs }) => Date.now() - usedAtMs > factsKeptMs)
  return [...(await storedFolders(join(dataDir, 'assets'))), ...oldFacts]
}

async function createScratch(dataDir: string): Promise<Scratch> {
  const dir = join(dataDir, 'scratch', randomUUID())
  await mkdir(dir, { recursive: true, mode: 0o700 })
  return { dir, remove: () => removeFolder(dir) }
}

/** What an earlier process left behind. Only for the holder of the directory's lock. */
export async function removeLeftScratch(dataDir: string): Promise<void> {
  await removeFolder(join(dataDir, 'scratch'))
}

async function removeFolder(dir: string): Promise<void> {
  await rm(dir, { recursive: true, force: true })
}

/** Both parts come from outside and become a path, so their form is checked first. */
function assetName({ sha1, versionId }: FileRef): string {
  if (/^[0-9a-f]{40}$/.test(sha1) && /^\d{1,30}$/.test(versionId)) return `${sha1}-${versionId}`
  throw new Error(
    `expected a SHA-1 in hex and a version id of digits, got ${JSON.stringify({ sha1, versionId })}`,
  )
}

/** An asset is named `source` only after its bytes were verified, so its size is enough here. */
async function knownSha256(dir: string, sizeBytes: number): Promise<string | undefined> {
  try {
    if ((await stat(join(dir, 'source'))).size !== sizeBytes) return undefined
    const sha256 = await readFile(join(dir, 'sha256'), 'utf8')
    return /^[0-9a-f]{64}$/.test(sha256) ? sha256 : undefined
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error
    return undefined
  }
}
