import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

export interface StoredFolder {
  name: string
  dir: string
  /** Of its last use: readers and writers touch the folder. */
  usedAtMs: number
}

/** The folders in a folder, the one longest unused first. What disappears meanwhile is left out. */
export async function storedFolders(parent: string): Promise<StoredFolder[]> {
  const names = await readdir(parent).catch(() => [])
  const folders = await Promise.all(
    names.map(async (name) => {
      const dir = join(parent, name)
      const stats = await stat(dir).catch(() => undefined)
      return stats?.isDirectory() === true ? { name, dir, usedAtMs: stats.mtimeMs } : undefined
    }),
  )
  return folders.filter((folder) => folder !== undefined).sort((a, b) => a.usedAtMs - b.usedAtMs)
}

/** Facts lie by content and then by the version of the probes. */
export async function storedFacts(dataDir: string): Promise<StoredFolder[]> {
  const contents = await storedFolders(join(dataDir, 'facts'))
  const entries = await Promise.all(contents.map(({ dir }) => storedFolders(dir)))
  return entries.flat().sort((a, b) => a.usedAtMs - b.usedAtMs)
}
