import { crc32, inflateSync } from 'node:zlib'

import { type PngText, readPngText } from './read-png-text'
import type { ByteReader } from './tiff-directory'

export interface PngChunks {
  /** `pHYs` in pixels per metre. */
  hasDensity: boolean
  /** The ICC profile of `iCCP`: the decoder drops one that does not fit the pixels. */
  profile?: Buffer
  /** Colour code points of `cICP` (ITU-T H.273). */
  transfer?: number
  /** An animated PNG (`acTL`, `fcTL`): the decoder here shows its first frame only. */
  animation?: { frames: number; plays: number; delaysMs: number[] }
  /** Texts of `tEXt`, `zTXt` and `iTXt`, at most 100. */
  texts: PngText[]
  /** Faults that decoders ignore: wrong checksums, a missing end. */
  errors: string[]
}

const blockBytes = 1 << 20
const maxErrors = 10

/**
 * Checks every chunk's CRC (PNG 5.3), because the decoder accepts wrong ones. Reads the file once, block by
 * block.
 */
export function readPngChunks(read: ByteReader): PngChunks {
  const chunks: PngChunks = { hasDensity: false, texts: [], errors: [] }
  let offset = 8
  while (chunks.errors.length < maxErrors) {
    const head = read(offset, 8)
    if (head.length < 8) {
      chunks.errors.push('the file ends without its last chunk (IEND)')
      return chunks
    }
    const length = head.readUInt32BE(0)
    const type = head.toString('latin1', 4, 8)
    const problem = chunkProblem(read, offset, length, type)
    if (problem !== undefined) chunks.errors.push(problem)
    if (type === 'pHYs') chunks.hasDensity = read(offset + 16, 1)[0] === 1
    if (type === 'iCCP') chunks.profile = profileOf(read(offset + 8, Math.min(length, maxProfileBytes)))
    if (isText(type) && chunks.texts.length < maxTexts)
      chunks.texts.push(readPngText(type, read(offset + 8, Math.min(length, maxTextBytes))))
    if (type === 'cICP') chunks.transfer = read(offset + 9, 1)[0]
    if (type === 'acTL' || type === 'fcTL') addAnimation(chunks, type, read(offset + 8, Math.min(length, 64)))
    if (type === 'IEND') return chunks
    offset += 12 + length
  }
  return chunks
}

const maxProfileBytes = 8 << 20
const maxTexts = 100
const maxTextBytes = 1 << 20
const isText = (type: string) => type === 'tEXt' || type === 'zTXt' || type === 'iTXt'

/** PNG 11.3.3.3: a name, a zero, the compression method, and the compressed profile. */
function profileOf(data: Buffer): Buffer | undefined {
  try {
    return inflateSync(data.subarray(data.indexOf(0) + 2), { maxOutputLength: maxProfileBytes })
  } catch {
    return undefined
  }
}

const maxFrames = 10_000

function addAnimation(chunks: PngChunks, type: string, data: Buffer): void {
  if (type === 'acTL' && data.length >= 8)
    chunks.animation = { frames: data.readUInt32BE(0), plays: data.readUInt32BE(4), delaysMs: [] }
  const delays = chunks.animation?.delaysMs
  if (type !== 'fcTL' || data.length < 26 || delays === undefined || delays.length >= maxFrames) return
  // A denominator of 0 means hundredths of a second.
  delays.push((data.readUInt16BE(20) * 1000) / (data.readUInt16BE(22) || 100))
}

function chunkProblem(read: ByteReader, offset: number, length: number, type: string): string | undefined {
  const name = /^[A-Za-z]{4}$/.test(type) ? type : 'unnamed'
  let sum = 0
  for (let done = 0; done < length + 4; done += blockBytes) {
    const wanted = Math.min(blockBytes, length + 4 - done)
    const block = read(offset + 4 + done, wanted)
    if (block.length < wanted) return `the file ends inside a chunk (${name})`
    sum = crc32(block, sum)
  }
  const stored = read(offset + 8 + length, 4)
  if (stored.length < 4) return `the file ends inside a chunk (${name})`
  return stored.readUInt32BE(0) === sum ? undefined : `wrong check sum in a chunk (${name})`
}
