import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import type { FactKey } from '../../quality-control/facts/facts'
import type { ProbeResult } from '../../quality-control/probes/probe-types'
import { hasCode } from './has-code'
import { createKeyedMutex } from './keyed-mutex'

/** Facts and previews by content and probe version: another profile or file name needs no new probe. */
export interface FactsCache {
  get: (key: FactsKey) => Promise<StoredFacts | undefined>
  /** Takes over `workDir`, which holds the previews in `previews/`. Facts and previews appear atomically. */
  put: (key: FactsKey, entry: FactsEntry, workDir: string) => Promise<StoredFacts>
  /** For a caller that gets and then puts: the same bytes are never probed twice at the same time. */
  inTurn: <T>(key: FactsKey, job: () => Promise<T>) => Promise<T>
  /** The next checks probe again; the report of this run still uses these facts. */
  markStale: (key: FactsKey) => Promise<void>
}

export interface FactsKey {
  sha256: string
  probeVersion: string
}

export interface FactsEntry {
  /** The facts that were asked for, found or not. */
  wants: FactKey[]
  result: ProbeResult
  isStale?: boolean
}

export interface StoredFacts extends FactsEntry {
  previewDir: string
}

/** Below the folder that `put` is given. */
export const previewsFolder = 'previews'

export function createFactsCache(dataDir: string): FactsCache {
  const dirOf = ({ sha256, probeVersion }: FactsKey) =>
    join(dataDir, 'facts', sha256, shortHash(probeVersion))
  const get = async (key: FactsKey) => {
    const dir = dirOf(key)
    const entry = await readEntry(join(dir, 'facts.json'))
    if (entry === undefined) return undefined
    await utimes(dir, new Date(), new Date()).catch(() => undefined)
    return { ...entry, previewDir: join(dir, previewsFolder) }
  }
  const inTurn = createKeyedMutex()
  return {
    get,
    inTurn: (key, job) => inTurn(dirOf(key), job),
    put: async (key, entry, workDir) => {
      const dir = dirOf(key)
      await writeFile(join(workDir, 'facts.json'), JSON.stringify(entry))
      await mkdir(dirname(dir), { recursive: true, mode: 0o700 })
      await replaceFolder(workDir, dir)
      return { ...entry, previewDir: join(dir, previewsFolder) }
    },
    markStale: async (key) => {
      const file = join(dirOf(key), 'facts.json')
      const entry = await readEntry(file)
      if (entry === undefined) return
      await writeFile(`${file}.new`, JSON.stringify({ ...entry, isStale: true }))
      await rename(`${file}.new`, file)
    },
  }
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

/** Undefined for a broken file too: the facts are made again. */
async function readEntry(file: string): Promise<FactsEntry | undefined> {
  try {
    const entry: unknown = JSON.parse(await readFile(file, 'utf8'))
    return isFactsEntry(entry) ? entry : undefined
  } catch {
    return undefined
  }
}

/** Only `put` writes these files, and the key holds the probe version: checking the outline is enough. */
function isFactsEntry(entry: unknown): entry is FactsEntry {
  return (
    typeof entry === 'object' &&
    entry !== null &&
    'wants' in entry &&
    'result' in entry &&
    Array.isArray(entry.wants)
  )
}

/** A folder cannot be renamed onto another one. The loser of a race finds the same facts. */
async function replaceFolder(from: string, to: string) {
  await rm(to, { recursive: true, force: true })
  await rename(from, to).catch(async (error: unknown) => {
    if (!hasCode(error, 'ENOTEMPTY', 'EEXIST')) throw error
    await rm(from, { recursive: true, force: true })
  })
}
