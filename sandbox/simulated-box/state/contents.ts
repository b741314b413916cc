import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** Received bytes that are not part of a version yet. */
export interface ReceivedContent {
  path: string
  sha1: string
  sizeBytes: number
}

/** The bytes of all versions, one file each; never in memory as a whole. */
export class Contents {
  private constructor(private readonly directory: string) {}

  static async open(stateDirectory: string): Promise<Contents> {
    const directory = join(stateDirectory, 'contents')
    await rm(join(directory, 'incoming'), { recursive: true, force: true })
    await mkdir(join(directory, 'incoming'), { recursive: true })
    return new Contents(directory)
  }

  /** Streams to disk. `sizeBytes` may exceed the limit: the caller rejects it, and the rest is not stored. */
  async receive(source: Readable, maximumBytes: number): Promise<ReceivedContent> {
    const path = this.incomingPath(randomUUID())
    const hash = createHash('sha1')
    let sizeBytes = 0
    const measure = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        sizeBytes += chunk.length
        hash.update(chunk)
        if (sizeBytes > maximumBytes) done()
        else done(null, chunk)
      },
    })
    try {
      await pipeline(source, measure, createWriteStream(path))
    } catch (error) {
      await rm(path, { force: true })
      throw error
    }
    return { path, sha1: hash.digest('hex'), sizeBytes }
  }

  async keep(received: ReceivedContent, versionId: string): Promise<void> {
    await rename(received.path, this.pathOf(versionId))
  }

  async discard(received: Pick<ReceivedContent, 'path'>): Promise<void> {
    await rm(received.path, { force: true })
  }

  async forget(versionId: string): Promise<void> {
    await rm(this.pathOf(versionId), { force: true })
  }

  /** `end` is inclusive, as in HTTP ranges. */
  read(versionId: string, range?: { start: number; end: number }): Readable {
    return createReadStream(this.pathOf(versionId), range)
  }

  /** For bytes that no version owns yet; emptied at the start. */
  incomingPath(name: string): string {
    return join(this.directory, 'incoming', name)
  }

  pathOf(versionId: string): string {
    return join(this.directory, versionId)
  }
}
