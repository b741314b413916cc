import type { DetectedType } from './detected-type'

/**
 * Raw MPEG audio has no signature: a frame header must be followed by another one exactly one frame later.
 */
export function detectMpegAudio(head: Buffer): DetectedType | undefined {
  const adts = adtsFrameBytes(head, 0)
  if (adts !== undefined && adtsFrameBytes(head, adts) !== undefined) {
    return {
      type: 'aac',
      mime: 'audio/aac',
      extensions: ['aac'],
      medium: 'audio',
      description: 'AAC audio file',
    }
  }
  const frame = mp3FrameBytes(head, 0)
  if (frame === undefined || mp3FrameBytes(head, frame) === undefined) return undefined
  return {
    type: 'mp3',
    mime: 'audio/mpeg',
    extensions: ['mp3', 'mp2'],
    medium: 'audio',
    description: 'MP3 audio file',
  }
}

function adtsFrameBytes(head: Buffer, at: number): number | undefined {
  if (at + 7 > head.length || head.readUInt16BE(at) >> 4 !== 0xfff || ((head[at + 1] ?? 0) & 0b110) !== 0)
    return undefined
  const bytes = (head.readUInt32BE(at + 3) >> 13) & 0x1fff
  return bytes > 7 ? bytes : undefined
}

const layer3Rates = {
  mpeg1: [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  mpeg2: [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
}

/** ISO 11172-3: length in bytes of the layer III frame at this offset. */
function mp3FrameBytes(head: Buffer, at: number): number | undefined {
  if (at + 4 > head.length || head.readUInt16BE(at) >> 5 !== 0x7ff) return undefined
  const [, second = 0, third = 0] = head.subarray(at)
  const isMpeg1 = (second & 0b11000) === 0b11000
  const isLayer3 = (second & 0b110) === 0b010
  const kilobits = layer3Rates[isMpeg1 ? 'mpeg1' : 'mpeg2'][(third >> 4) - 1]
  const hertz = [44100, 48000, 32000][(third >> 2) & 0b11]
  if (!isLayer3 || kilobits === undefined || hertz === undefined) return undefined
  const divisor = isMpeg1 ? 1 : (second & 0b11000) === 0b10000 ? 2 : 4
  return Math.floor(((isMpeg1 ? 144 : 72) * kilobits * 1000) / (hertz / divisor)) + ((third >> 1) & 1)
}
