/** Keeps the beginning of a stream, up to a number of bytes, and counts the rest. */
export class OutputKeeper {
  droppedBytes = 0
  private readonly chunks: Buffer[] = []
  private sizeBytes = 0

  constructor(private readonly maxBytes: number) {}

  add(chunk: Buffer): void {
    const room = Math.max(0, this.maxBytes - this.sizeBytes)
    const kept = Math.min(room, chunk.length)
    if (kept > 0) this.chunks.push(chunk.subarray(0, kept))
    this.sizeBytes += kept
    this.droppedBytes += chunk.length - kept
  }

  bytes(): Buffer {
    return Buffer.concat(this.chunks)
  }
}
