import type { DetectedType } from './detected-type'

/**
 * Raw AC-3 and E-AC-3 (ETSI TS 102 366): the sync word is too short to trust, so another one must follow one
 * frame later.
 */
export function detectDolby(head: Buffer): DetectedType | undefined {
  const lengths = isSync(head, 0) ? frameBytes(head) : []
  if (!lengths.some((length) => isSync(head, length))) return undefined
  return {
    type: 'ac3',
    mime: 'audio/ac3',
    extensions: ['ac3', 'eac3', 'ec3'],
    medium: 'audio',
    description: 'Dolby Digital audio file',
  }
}

const isSync = (head: Buffer, at: number) => head[at] === 0x0b && head[at + 1] === 0x77

const kilobits = [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384, 448, 512, 576, 640]

/** The possible lengths of the first frame; at 44.1 kHz there are two. */
function frameBytes(head: Buffer): number[] {
  const [, , third = 0, fourth = 0, fifth = 0, sixth = 0] = head
  const streamId = sixth >> 3
  if (streamId > 16) return []
  if (streamId > 10) return [((((third & 7) << 8) | fourth) + 1) * 2]
  const rate = kilobits[(fifth & 0b11_1111) >> 1]
  const hertz = [48_000, 44_100, 32_000][fifth >> 6]
  if (rate === undefined || hertz === undefined) return []
  const words = Math.floor((rate * 96_000) / hertz)
  return [words * 2, words * 2 + 2]
}
