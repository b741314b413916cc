import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

import { assetsIn } from './assets-in'
import { isProcessAlive } from './is-process-alive'

export interface JanitorLimits {
  /**
   * An asset that nobody touched for so long was left by a run that is gone, or parked: it can be fetched
   * again.
   */
  assetAgeMs: number
  scratchAgeMs: number
  factsAgeMs: number
  factsBytes: number
}

const janitorLimits: JanitorLimits = {
  assetAgeMs: 24 * 60 * 60_000,
  scratchAgeMs: 24 * 60 * 60_000,
  factsAgeMs: 30 * 24 * 60 * 60_000,
  factsBytes: 5 * 2 ** 30,
}

/**
 * Removes what crashes and terminated runs left behind, and keeps the cache of facts bounded. Returns what it
 * removed.
 */
export async function tidy(
  dataDir: string,
  limits: JanitorLimits = janitorLimits,
  now = Date.now(),
): Promise<string[]> {
  const old = (await assetsIn(join(dataDir, 'assets'))).filter(
    ({ usedAtMs }) => now - usedAtMs > limits.assetAgeMs,
  )
  const doomed = [
    ...old.map(({ dir }) => dir),
    ...(await leftScratch(join(dataDir, 'scratch'), now - limits.scratchAgeMs)),
    ...(await surplusFacts(join(dataDir, 'facts'), now - limits.factsAgeMs, limits.factsBytes)),
  ]
  for (const dir of doomed) await rm(dir, { recursive: true, force: true })
  return doomed
}

async function leftScratch(scratchDir: string, sinceMs: number): Promise<string[]> {
  const folders = await foldersIn(scratchDir)
  return folders
    .filter(({ name, changedAtMs }) => changedAtMs < sinceMs || !isProcessAlive(Number.parseInt(name, 10)))
    .map(({ dir }) => dir)
}

/** The longest unused go first. */
async function surplusFacts(factsDir: string, sinceMs: number, maxBytes: number): Promise<string[]> {
  const entries = (await Promise.all((await foldersIn(factsDir)).map(({ dir }) => foldersIn(dir)))).flat()
  const sized = await Promise.all(
    entries.map(async (entry) => ({ ...entry, bytes: await bytesIn(entry.dir) })),
  )
  let total = 0
  return sized
    .sort((a, b) => b.changedAtMs - a.changedAtMs)
    .filter(({ changedAtMs, bytes }) => {
      total += bytes
      return changedAtMs < sinceMs || total > maxBytes
    })
    .map(({ dir }) => dir)
}

async function foldersIn(dir: string) {
  const names = await readdir(dir).catch(() => [])
  const folders = await Promise.all(
    names.map(async (name) => {
      const path = join(dir, name)
      const stats = await stat(path).catch(() => undefined)
      return stats?.isDirectory() === true ? { name, dir: path, changedAtMs: stats.mtimeMs } : undefined
    }),
  )
  return folders.filter((folder) => folder !== undefined)
}

async function bytesIn(dir: string): Promise<number> {
  const names = await readdir(dir, { recursive: true }).catch(() => [])
  const sizes = await Promise.all(
    names.map((name) =>
      stat(join(dir, name)).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}
