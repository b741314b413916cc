import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, open, stat } from 'node:fs/promises'
import { join } from 'node:path'

import { hasCode } from './has-code'

const partName = 'source.part'

/** A download in progress: appended to and hashed in the same pass. An interrupted one is continued. */
export class PartFile {
  bytes = 0
  private sha1 = createHash('sha1')
  private sha256 = createHash('sha256')

  private constructor(
    readonly path: string,
    private readonly handle: FileHandle,
  ) {}

  /** Continues what an earlier attempt left in this folder. Its bytes are read and hashed again. */
  static async open(dir: string, signal: AbortSignal): Promise<PartFile> {
    const path = join(dir, partName)
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

  /** Starts over: the server sent the whole file, or the part is too long. */
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

/** What an earlier attempt has left in this folder. */
export async function partBytes(dir: string): Promise<number> {
  try {
    return (await stat(join(dir, partName))).size
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error
    return 0
  }
}
