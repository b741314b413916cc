import { crc32 } from 'node:zlib'
import { type Entry, getFileNameLowLevel, openPromise, type ZipFile } from 'yauzl'

import { rethrowAccident } from '../host-accident'

export interface ArchiveEntry {
  /** As the archive has it, with `/`; from outside, so it is never used as a path here. */
  path: string
  isFolder: boolean
  /** A symbolic link of Unix. */
  isLink: boolean
  bytes: number
  /** Undefined for a folder. */
  content?: Buffer
}

export type Archive = { entries: ArchiveEntry[]; errors: string[] } | { failure: string }

const maxEntries = 2000
/** No ad server takes more than a few megabytes; a bomb has gigabytes. */
const maxUnpackedBytes = 128 << 20

/**
 * Reads a ZIP archive in memory; nothing is written. Everything is unpacked to compare its check sum, within
 * limits that hold before and while it is unpacked.
 */
export async function readArchive(path: string): Promise<Archive> {
  const archive = await open(path)
  if (archive === undefined) return { failure: 'the archive ends without its directory (truncated)' }
  try {
    if (archive.entryCount > maxEntries)
      return { failure: `the archive has more than ${maxEntries} files; at most ${maxEntries} are supported` }
    const listed = await directoryOf(archive)
    if (listed === undefined) return { failure: 'the directory of the archive is damaged' }
    if (listed.some((entry) => entry.isEncrypted())) return { failure: 'the archive needs a password' }
    const total = listed.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0)
    if (total > maxUnpackedBytes)
      return { failure: `the archive holds ${total} bytes; at most ${maxUnpackedBytes} are supported` }
    const errors: string[] = []
    const entries: ArchiveEntry[] = []
    for (const entry of listed) entries.push(await unpacked(archive, entry, errors))
    return { entries, errors }
  } finally {
    archive.close()
  }
}

/** Undefined without the record at the end. Names stay bytes: the library refuses those that lead out. */
async function open(path: string): Promise<ZipFile | undefined> {
  try {
    return await openPromise(path, { autoClose: false, decodeStrings: false, validateEntrySizes: false })
  } catch (error) {
    rethrowAccident(error)
    return undefined
  }
}

/** Undefined when it does not have the entries that the end of the archive states. */
async function directoryOf(archive: ZipFile): Promise<Entry[] | undefined> {
  const listed: Entry[] = []
  try {
    for await (const entry of archive.eachEntry()) listed.push(entry)
    return listed
  } catch (error) {
    rethrowAccident(error)
    return undefined
  }
}

async function unpacked(archive: ZipFile, entry: Entry, errors: string[]): Promise<ArchiveEntry> {
  const { uncompressedSize: bytes, externalFileAttributes, generalPurposeBitFlag: flags } = entry
  const name = getFileNameLowLevel(flags, entry.fileNameRaw, entry.extraFields, true)
  const path = name.replaceAll('\\', '/')
  const isFolder = path.endsWith('/')
  const isLink = ((externalFileAttributes >>> 16) & 0o170000) === 0o120000
  if (isFolder) return { path, isFolder, isLink, bytes: 0 }
  const content = await contentOf(archive, entry)
  if (content?.length === bytes && crc32(content) === entry.crc32)
    return { path, isFolder, isLink, bytes, content }
  errors.push(`a file in the archive is damaged: ${path.slice(0, 100)}`)
  return { path, isFolder, isLink, bytes, content: Buffer.alloc(0) }
}

/** At most as much as the directory states. */
async function contentOf(archive: ZipFile, entry: Entry): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of await archive.openReadStreamPromise(entry)) {
      if (!Buffer.isBuffer(chunk)) return undefined
      length += chunk.length
      if (length > entry.uncompressedSize) return undefined
      chunks.push(chunk)
    }
    return Buffer.concat(chunks)
  } catch (error) {
    rethrowAccident(error)
    return undefined
  }
}
