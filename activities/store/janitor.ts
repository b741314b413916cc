import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

import { storedFacts, type StoredFolder, storedFolders } from './stored-folders'

export interface JanitorLimits {
  /**
   * An asset that nobody used for so long belongs to a run that ended or is parked: it can be fetched again.
   */
  assetAgeMs: number
  factsAgeMs: number
  factsBytes: number
}

const janitorLimits: JanitorLimits = {
  assetAgeMs: 24 * 60 * 60_000,
  factsAgeMs: 30 * 24 * 60 * 60_000,
  factsBytes: 5 * 2 ** 30,
}

export interface TidyOptions {
  dataDir: string
  /** Removes a folder unless an activity works on it. */
  remove: (folder: StoredFolder) => Promise<boolean>
  limits?: JanitorLimits
}

/**
 * Removes what crashes and terminated runs left behind, and keeps the cache of facts bounded. Returns the
 * removed folders.
 */
export async function tidy({ dataDir, remove, limits = janitorLimits }: TidyOptions): Promise<string[]> {
  const now = Date.now()
  const assets = await storedFolders(join(dataDir, 'assets'))
  const old = [
    ...assets.filter(({ usedAtMs }) => now - usedAtMs > limits.assetAgeMs),
    ...(await surplusFacts(dataDir, now - limits.factsAgeMs, limits.factsBytes)),
  ]
  const removed = []
  for (const folder of old) if (await remove(folder)) removed.push(folder.dir)
  return removed
}

/** Those unused for longest go first. */
async function surplusFacts(dataDir: string, sinceMs: number, maxBytes: number): Promise<StoredFolder[]> {
  const surplus: StoredFolder[] = []
  let total = 0
  for (const folder of (await storedFacts(dataDir)).reverse()) {
    total += await bytesIn(folder.dir)
    if (folder.usedAtMs < sinceMs || total > maxBytes) surplus.push(folder)
  }
  return surplus
}

async function bytesIn(dir: string): Promise<number> {
  const names = await readdir(dir, { recursive: true }).catch(() => [])
  let total = 0
  for (const name of names) total += (await stat(join(dir, name)).catch(() => undefined))?.size ?? 0
  return total
}
