import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

import { isProcessAlive } from './is-process-alive'

/** A download under way: appended to, hashed in the same pass, and taken over from a process that died. */
export class PartFile {
  bytes = 0
  private sha1 = createHash('sha1')
  private sha256 = createHash('sha256')

  private constructor(
    readonly path: string,
    private readonly handle: FileHandle,
  ) {}

  /**
   * Goes on with what a dead process (or our own last attempt) left in this folder. Its bytes are hashed
   * again.
   */
  static async open(dir: string, signal: AbortSignal): Promise<PartFile> {
    const path = join(dir, `source.${process.pid}.part`)
    await adopt(dir, path)
    const part = new PartFile(path, await open(path, 'a', 0o600))
    try {
      for await (const chunk of createReadStream(path, { signal, highWaterMark: 1 << 20 })) {
        if (Buffer.isBuffer(chunk)) part.hash(chunk)
      }
      return part
    } catch (error) {
      await part.close()
      throw error
    }
  }

  async append(chunk: Uint8Array) {
    await this.handle.appendFile(chunk)
    this.hash(chunk)
  }

  /** From the beginning again: the server sent everything, or what is here is too long. */
  async reset() {
    await this.handle.truncate(0)
    this.bytes = 0
    this.sha1 = createHash('sha1')
    this.sha256 = createHash('sha256')
  }

  /** Closes the file; the digests in lower-case hex. */
  async finish() {
    await this.handle.sync()
    await this.close()
    return { sha1: this.sha1.digest('hex'), sha256: this.sha256.digest('hex') }
  }

  async close() {
    await this.handle.close()
  }

  private hash(chunk: Uint8Array) {
    this.bytes += chunk.length
    this.sha1.update(chunk)
    this.sha256.update(chunk)
  }
}

/**
 * Parts are named after the process that writes them, so two workers on one data directory never write the
 * same file; should a process id lie (containers), the SHA-1 finds it out.
 */
async function adopt(dir: string, path: string) {
  const others = (await readdir(dir)).flatMap((name) => {
    const pid = Number(/^source\.(\d+)\.part$/.exec(name)?.[1])
    return Number.isNaN(pid) || pid === process.pid || isProcessAlive(pid) ? [] : [join(dir, name)]
  })
  const [first, ...rest] = others
  if (first !== undefined) await rename(first, path)
  for (const other of rest) await rm(other, { force: true })
}
