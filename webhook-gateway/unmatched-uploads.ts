import { mkdir, readdir, readFile, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import writeFileAtomic from 'write-file-atomic'

import type { ArrivedFile } from '../runs/match-upload'

/** Uploads that Box got a 200 for although their folder belongs to no client yet. */
export interface UnmatchedUploads {
  /** Resolves once the upload is on disk; false when there is no room for one more. */
  remember: (file: ArrivedFile) => Promise<boolean>
  /**
   * Offers every upload to `take`, oldest name first, and forgets those that were taken or are too old.
   * Throws what `take` throws: the rest stays remembered.
   */
  takeUp: (take: (file: ArrivedFile) => Promise<boolean>) => Promise<void>
  count: () => number
}

export interface UnmatchedUploadsOptions {
  /** Several gateways may share it: one file an upload, and a run starts once whoever starts it. */
  directory: string
  maxCount?: number
  maxAgeMs?: number
  now?: () => number
}

const dayMs = 86_400_000

/** Throws when the directory cannot be created or read. */
export async function openUnmatchedUploads({
  directory,
  maxCount = 10_000,
  maxAgeMs = 30 * dayMs,
  now = Date.now,
}: UnmatchedUploadsOptions): Promise<UnmatchedUploads> {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const uploads = new Map<string, Remembered>()
  await refresh(directory, uploads)
  const forget = async (name: string) => {
    await unlink(join(directory, name)).catch(ignoreMissing)
    uploads.delete(name)
  }
  return {
    remember: async (file) => {
      const name = `${file.fileId}-${file.versionId}.json`
      if (uploads.size >= maxCount && !uploads.has(name)) return false
      const upload = { file, rememberedAt: now() }
      uploads.set(name, upload)
      // File names can hold personal data.
      await writeFileAtomic(join(directory, name), JSON.stringify(upload), { mode: 0o600 }).catch(
        (error: unknown) => {
          uploads.delete(name)
          throw error
        },
      )
      return true
    },
    takeUp: async (take) => {
      await refresh(directory, uploads)
      for (const [name, { file, rememberedAt }] of [...uploads].sort(([a], [b]) => (a < b ? -1 : 1))) {
        const isTooOld = now() - rememberedAt > maxAgeMs
        if (isTooOld || (await take(file))) await forget(name)
      }
    },
    count: () => uploads.size,
  }
}

interface Remembered {
  file: ArrivedFile
  /** In ms since 1970. */
  rememberedAt: number
}

/** Another gateway may have remembered or taken up uploads. */
async function refresh(directory: string, uploads: Map<string, Remembered>): Promise<void> {
  const names = (await readdir(directory)).filter((name) => /^\d+-\d+\.json$/.test(name))
  const present = new Set(names)
  for (const name of [...uploads.keys()]) if (!present.has(name)) uploads.delete(name)
  for (const name of names) {
    if (uploads.has(name)) continue
    const text = await readFile(join(directory, name), 'utf8').catch(ignoreMissing)
    const upload: unknown = text === undefined ? undefined : parseJson(text)
    if (isRemembered(upload)) uploads.set(name, upload)
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isRemembered(value: unknown): value is Remembered {
  if (typeof value !== 'object' || value === null || !('file' in value) || !('rememberedAt' in value))
    return false
  const { file, rememberedAt } = value
  return typeof file === 'object' && file !== null && 'folders' in file && typeof rememberedAt === 'number'
}

function ignoreMissing(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
  throw error
}
