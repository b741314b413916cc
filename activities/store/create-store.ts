import { mkdir, readFile, rm, statfs, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { FileRef } from '../../workflows/contract'
import type { Box } from '../../box/box'
import { notYet } from '../worker/outcomes'
import { assetsIn } from './assets-in'
import { type FactsCache, createFactsCache } from './facts-cache'
import { fetchAsset, type FetchOptions } from './fetch-asset'
import { hasCode } from './has-code'
import { createKeyedMutex } from './keyed-mutex'
import { createScratch, type Scratch } from './scratch'

/** The host's data directory: assets while they are worked on, facts and previews as a cache, scratch. */
export interface Store {
  /**
   * The asset's bytes on this disk, fetched and proven when they are not here. Safe to call at any time, from
   * anywhere.
   */
  ensureLocal: (ref: FileRef, options: FetchOptions) => Promise<LocalAsset>
  /**
   * Nobody works on it for now (its run is parked, or its report is up): it no longer counts, and may be
   * evicted.
   */
  release: (ref: FileRef) => Promise<void>
  remove: (ref: FileRef) => Promise<void>
  /** Assets that somebody works on or waits for: what admission counts. */
  countUnfinished: () => Promise<number>
  hasRoom: () => Promise<boolean>
  scratch: () => Promise<Scratch>
  facts: FactsCache
}

export interface LocalAsset {
  /** A name of our own making, without extension. */
  path: string
  sha256: string
}

export interface StoreOptions {
  dataDir: string
  /** What a download must leave free on the disk. */
  reserveBytes: number
  box: Box
}

/**
 * A run that works on its asset touches it in shorter intervals than this; older ones were left by a
 * terminated run.
 */
const longestWorkMs = 3 * 60 * 60_000
const diskWaitMs = 15_000

export function createStore({ dataDir, reserveBytes, box }: StoreOptions): Store {
  const assetsDir = join(dataDir, 'assets')
  const inTurn = createKeyedMutex()
  const dirOf = ({ sha1, versionId }: FileRef) => join(assetsDir, assetName(sha1, versionId))

  return {
    ensureLocal: async (ref, options) =>
      inTurn(dirOf(ref), async () => {
        const dir = dirOf(ref)
        await mkdir(dir, { recursive: true, mode: 0o700 })
        await rm(join(dir, 'aside'), { force: true })
        await utimes(dir, new Date(), new Date())
        const path = join(dir, 'source')
        const known = await knownSha256(dir, ref.sizeBytes)
        if (known !== undefined) return { path, sha256: known }
        await ensureRoom(ref.sizeBytes)
        return { path, sha256: await fetchAsset(box, ref, dir, options) }
      }),
    release: async (ref) => writeFile(join(dirOf(ref), 'aside'), '').catch(unlessAbsent),
    remove: async (ref) => rm(dirOf(ref), { recursive: true, force: true }),
    countUnfinished: async () => {
      const since = Date.now() - longestWorkMs
      return (await assetsIn(assetsDir)).filter((asset) => !asset.isAside && asset.usedAtMs > since).length
    },
    hasRoom: async () => (await freeBytes(dataDir)) > reserveBytes,
    scratch: () => createScratch(dataDir),
    facts: createFactsCache(dataDir),
  }

  /** Makes room by forgetting what nobody works on: it can be fetched again. */
  async function ensureRoom(bytes: number) {
    const wanted = bytes + reserveBytes
    for (const { dir } of (await assetsIn(assetsDir)).filter(({ isAside }) => isAside)) {
      if ((await freeBytes(dataDir)) >= wanted) return
      await rm(dir, { recursive: true, force: true })
    }
    const free = await freeBytes(dataDir)
    if (free >= wanted) return
    throw notYet(
      `${dataDir} has ${free} bytes free; this download needs ${bytes}, and ${reserveBytes} must stay free`,
      diskWaitMs,
    )
  }
}

/** Both come from outside, so they are held against their form before they become a path. */
function assetName(sha1: string, versionId: string): string {
  if (/^[0-9a-f]{40}$/.test(sha1) && /^\d{1,30}$/.test(versionId)) return `${sha1}-${versionId}`
  throw new Error(
    `expected a SHA-1 in hex and a version id of digits, got ${JSON.stringify({ sha1, versionId })}`,
  )
}

/**
 * The asset gets the name `source` only after its bytes were proven, so that its size is all there is to look
 * at.
 */
async function knownSha256(dir: string, sizeBytes: number): Promise<string | undefined> {
  try {
    if ((await stat(join(dir, 'source'))).size !== sizeBytes) return undefined
    const sha256 = await readFile(join(dir, 'sha256'), 'utf8')
    return /^[0-9a-f]{64}$/.test(sha256) ? sha256 : undefined
  } catch (error) {
    unlessAbsent(error)
    return undefined
  }
}

async function freeBytes(dir: string): Promise<number> {
  const { bavail, bsize } = await statfs(dir)
  return bavail * bsize
}

function unlessAbsent(error: unknown) {
  if (!hasCode(error, 'ENOENT')) throw error
}
