import { closeSync, openSync, readSync } from 'node:fs'

import type { ByteReader } from './tiff-directory'

/** Reads ranges of one file through a block buffer; a range beyond the end comes back shorter. */
export function withFileReader<T>(path: string, use: (read: ByteReader) => T): T {
  const file = openSync(path, 'r')
  try {
    return use(bufferedReader((buffer, offset) => readSync(file, buffer, 0, buffer.length, offset)))
  } finally {
    closeSync(file)
  }
}

/** The same for bytes in memory. */
export function bufferReader(bytes: Buffer): ByteReader {
  return (offset, length) => bytes.subarray(offset, offset + Math.max(0, length))
}

const blockBytes = 64 << 10

function bufferedReader(readAt: (buffer: Buffer, offset: number) => number): ByteReader {
  let start = 0
  let block = Buffer.alloc(0)
  return (offset, length) => {
    if (length <= 0) return Buffer.alloc(0)
    if (offset < start || offset + length > start + block.length) {
      const buffer = Buffer.allocUnsafe(Math.max(blockBytes, length))
      block = buffer.subarray(0, readAt(buffer, offset))
      start = offset
    }
    return block.subarray(offset - start, offset - start + length)
  }
}
