import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

export interface StoredAsset {
  dir: string
  usedAtMs: number
  isAside: boolean
}

/** The assets of a data directory, the one longest unused first. */
export async function assetsIn(assetsDir: string): Promise<StoredAsset[]> {
  const names = await namesIn(assetsDir)
  const assets = await Promise.all(names.map((name) => assetAt(join(assetsDir, name))))
  return assets.filter((asset) => asset !== undefined).sort((a, b) => a.usedAtMs - b.usedAtMs)
}

async function assetAt(dir: string): Promise<StoredAsset | undefined> {
  const names = await namesIn(dir)
  const usedAtMs = await stat(dir).then(
    ({ mtimeMs }) => mtimeMs,
    () => undefined,
  )
  return usedAtMs === undefined ? undefined : { dir, usedAtMs, isAside: names.includes('aside') }
}

/** Others remove folders while we look: what is gone is empty. */
async function namesIn(dir: string): Promise<string[]> {
  return readdir(dir).catch(() => [])
}
