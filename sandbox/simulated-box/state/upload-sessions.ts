import { createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Contents, ReceivedContent } from './contents'

const lifetimeMs = 7 * 24 * 60 * 60 * 1000

/** Bytes of each part but the last one: as Box answers for files of this size. */
const partBytes = 8 * 1024 * 1024

/** Box takes smaller files by direct upload only. */
export const smallestChunkedBytes = 20_000_000

export interface UploadPart {
  partId: string
  offset: number
  sizeBytes: number
  sha1: string
}

export interface UploadSession {
  id: string
  userId: string
  /** A new file in this folder, or a new version of that file. */
  target: { parentId: string; name: string } | { fileId: string; name?: string }
  sizeBytes: number
  partBytes: number
  expiresAt: string
  parts: UploadPart[]
  path: string
}

/**
 * Chunked uploads in progress: parts are written to their offset in one file, in any order. Only the bytes
 * are on disk.
 */
export class UploadSessions {
  private readonly sessions = new Map<string, UploadSession>()

  constructor(private readonly contents: Contents) {}

  async open(order: Pick<UploadSession, 'userId' | 'target' | 'sizeBytes'>): Promise<UploadSession> {
    const id = randomBytes(16).toString('hex').toUpperCase()
    const expiresAt = new Date(Date.now() + lifetimeMs).toISOString()
    const session: UploadSession = {
      id,
      ...order,
      partBytes,
      expiresAt,
      parts: [],
      path: this.contents.incomingPath(id),
    }
    await (await open(session.path, 'w')).close()
    this.sessions.set(id, session)
    return session
  }

  find(id: string, userId: string): UploadSession | undefined {
    const session = this.sessions.get(id)
    return session?.userId === userId ? session : undefined
  }

  /** Streams one part to its offset and returns its size and SHA-1; it counts once `accept` is called. */
  async write(session: UploadSession, offset: number, source: Readable): Promise<UploadPart> {
    const handle = await open(session.path, 'r+')
    const hash = createHash('sha1')
    let sizeBytes = 0
    try {
      await pipeline(source, async (chunks: AsyncIterable<Buffer>) => {
        for await (const chunk of chunks) {
          if (sizeBytes + chunk.length > session.partBytes) break
          hash.update(chunk)
          await writeAll(handle, chunk, offset + sizeBytes)
          sizeBytes += chunk.length
        }
      })
    } finally {
      await handle.close()
    }
    return {
      partId: randomBytes(4).toString('hex').toUpperCase(),
      offset,
      sizeBytes,
      sha1: hash.digest('hex'),
    }
  }

  accept(session: UploadSession, part: UploadPart): void {
    session.parts.push(part)
  }

  /** All bytes as one file, with the SHA-1 of the whole. */
  async complete(session: UploadSession): Promise<ReceivedContent> {
    const hash = createHash('sha1')
    await pipeline(createReadStream(session.path), hash)
    return { path: session.path, sizeBytes: session.sizeBytes, sha1: hash.digest('hex') }
  }

  forget(session: UploadSession): void {
    this.sessions.delete(session.id)
  }
}

async function writeAll(handle: FileHandle, chunk: Buffer, position: number): Promise<void> {
  let written = 0
  while (written < chunk.length)
    written += (await handle.write(chunk, written, chunk.length - written, position + written)).bytesWritten
}
