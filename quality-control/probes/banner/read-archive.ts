import { crc32, inflateRawSync } from 'node:zlib'

import { withFileReader } from '../image/file-reader'
import type { ByteReader } from '../image/tiff-directory'

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
 * Reads a ZIP archive (APPNOTE 6.3.10) by its directory, in memory; nothing is written. Everything is
 * unpacked to compare its check sum, within limits that hold before and while it is unpacked.
 */
export function readArchive(path: string, sizeBytes: number): Archive {
  return withFileReader(path, (read) => {
    const end = findEnd(read, sizeBytes)
    if (end === undefined) return { failure: 'the archive ends without its directory (truncated)' }
    if (end.count > maxEntries || end.offset === 0xffffffff)
      return { failure: `the archive has more than ${maxEntries} files; at most ${maxEntries} are supported` }
    const listed = directoryOf(read, end)
    if (listed === undefined) return { failure: 'the directory of the archive is damaged' }
    if (listed.some(({ flags }) => (flags & 1) === 1)) return { failure: 'the archive needs a password' }
    const total = listed.reduce((sum, { bytes }) => sum + bytes, 0)
    if (total > maxUnpackedBytes)
      return { failure: `the archive holds ${total} bytes; at most ${maxUnpackedBytes} are supported` }
    const errors: string[] = []
    return { entries: listed.map((entry) => unpacked(read, entry, errors)), errors }
  })
}

interface End {
  count: number
  offset: number
}

/** The record at the end, behind which a comment may follow (4.3.16). */
function findEnd(read: ByteReader, sizeBytes: number): End | undefined {
  const length = Math.min(sizeBytes, 22 + 0xffff)
  const tail = Buffer.from(read(sizeBytes - length, length))
  const at = tail.lastIndexOf(Buffer.from('504b0506', 'hex'))
  if (at < 0 || at + 22 > tail.length) return undefined
  return { count: tail.readUInt16LE(at + 10), offset: tail.readUInt32LE(at + 16) }
}

interface Listed {
  path: string
  flags: number
  method: number
  sum: number
  packedBytes: number
  bytes: number
  mode: number
  offset: number
}

/** The central directory (4.3.12). Undefined when it does not have the entries that the end states. */
function directoryOf(read: ByteReader, { count, offset }: End): Listed[] | undefined {
  const listed: Listed[] = []
  let at = offset
  for (let entry = 0; entry < count; entry++) {
    const head = Buffer.from(read(at, 46))
    if (head.length < 46 || head.readUInt32LE() !== 0x02014b50) return undefined
    const nameBytes = head.readUInt16LE(28)
    const flags = head.readUInt16LE(8)
    const encoding = (flags & 0x800) === 0 ? 'latin1' : 'utf8'
    listed.push({
      path: read(at + 46, nameBytes)
        .toString(encoding)
        .replaceAll('\\', '/'),
      flags,
      method: head.readUInt16LE(10),
      sum: head.readUInt32LE(16),
      packedBytes: head.readUInt32LE(20),
      bytes: head.readUInt32LE(24),
      mode: head.readUInt16LE(40),
      offset: head.readUInt32LE(42),
    })
    at += 46 + nameBytes + head.readUInt16LE(30) + head.readUInt16LE(32)
  }
  return listed
}

function unpacked(read: ByteReader, entry: Listed, errors: string[]): ArchiveEntry {
  const { path, bytes, mode } = entry
  const isFolder = path.endsWith('/')
  const isLink = (mode & 0o170000) === 0o120000
  if (isFolder) return { path, isFolder, isLink, bytes: 0 }
  const content = contentOf(read, entry)
  if (content?.length === bytes && crc32(content) === entry.sum)
    return { path, isFolder, isLink, bytes, content }
  errors.push(`a file in the archive is damaged: ${path.slice(0, 100)}`)
  return { path, isFolder, isLink, bytes, content: Buffer.alloc(0) }
}

/** Behind the local header (4.3.7), stored or deflated; at most as much as the directory states. */
function contentOf(read: ByteReader, { offset, method, packedBytes, bytes }: Listed): Buffer | undefined {
  const head = Buffer.from(read(offset, 30))
  if (head.length < 30 || head.readUInt32LE() !== 0x04034b50) return undefined
  const start = offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28)
  if (packedBytes > maxUnpackedBytes) return undefined
  const packed = Buffer.from(read(start, packedBytes))
  if (method === 0) return packed
  if (method !== 8) return undefined
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, bytes) })
  } catch {
    return undefined
  }
}
