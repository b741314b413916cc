/** Bytes in, blocks of exactly `blockBytes` out; a block is valid until the call returns. */
export function blockSplitter(blockBytes: number, onBlock: (block: Buffer) => void): (chunk: Buffer) => void {
  const pending = Buffer.alloc(blockBytes)
  let filled = 0
  return (chunk) => {
    let at = 0
    while (at < chunk.length) {
      if (filled === 0 && chunk.length - at >= blockBytes) {
        onBlock(chunk.subarray(at, at + blockBytes))
        at += blockBytes
        continue
      }
      const taken = chunk.copy(pending, filled, at, at + blockBytes - filled)
      filled += taken
      at += taken
      if (filled < blockBytes) continue
      onBlock(pending)
      filled = 0
    }
  }
}

/** Bytes in, as many whole blocks as possible out: for readers that loop over blocks anyway. */
export function wholeBlocks(blockBytes: number, onBlocks: (blocks: Buffer) => void): (chunk: Buffer) => void {
  let rest = Buffer.alloc(0)
  return (chunk) => {
    const all = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    const whole = all.length - (all.length % blockBytes)
    if (whole > 0) onBlocks(all.subarray(0, whole))
    // A copy: the chunk's memory is not ours to keep.
    rest = Buffer.from(all.subarray(whole))
  }
}
