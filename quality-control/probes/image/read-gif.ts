import type { ByteReader } from './tiff-directory'

const maxBlocks = 2000
const maxProfileBytes = 4 << 20

/**
 * The ICC profile of a GIF: an application extension `ICCRGBG1012` before the first image (ICC.1:2022, B.6),
 * which the image library does not read.
 */
export function gifProfile(read: ByteReader): Buffer | undefined {
  const flags = read(10, 1)[0] ?? 0
  let at = 13 + ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1))
  for (let count = 0; count < maxBlocks; count++) {
    const head = read(at, 14)
    if (head.length < 14 || head[0] !== 0x21) return undefined
    const isProfile = head[1] === 0xff && head.toString('latin1', 3, 14) === 'ICCRGBG1012'
    const blocks = subBlocks(read, isProfile ? at + 14 : at + 2)
    if (isProfile) return blocks.data
    at = blocks.end
  }
  return undefined
}

/** GIF 89a, 15: a length and that many bytes, until a length of 0. */
function subBlocks(read: ByteReader, start: number): { data: Buffer; end: number } {
  const parts: Buffer[] = []
  let at = start
  for (let total = 0; total < maxProfileBytes;) {
    const length = read(at, 1)[0] ?? 0
    if (length === 0) break
    parts.push(Buffer.from(read(at + 1, length)))
    total += length
    at += 1 + length
  }
  return { data: Buffer.concat(parts), end: at + 1 }
}
