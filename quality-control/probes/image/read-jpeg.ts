import type { ByteReader } from './read-exif'

export interface JpegHeader {
  /** 1..100, estimated; absent without a quantisation table in front of the image data. */
  quality?: number
  /** Chroma subsampling by the sampling factors, such as `4:2:2`; absent without two planes of chroma. */
  chroma?: string
  /** JFIF gives pixels per inch or per centimetre (unit 1 or 2), not only a ratio. */
  hasDensity: boolean
  /** ISO 21496-1, or Adobe's and Google's earlier form: a second image that extends the brightness range. */
  hasGainMap: boolean
}

const marker = { endOfImage: 0xd9, startOfScan: 0xda, quantisation: 0xdb, jfif: 0xe0, xmp: 0xe1, app2: 0xe2 }

/** Reads the segments in front of the image data (ITU-T T.81, annex B), at most 1000. */
export function readJpegHeader(read: ByteReader): JpegHeader {
  const header: JpegHeader = { hasDensity: false, hasGainMap: false }
  let offset = 2
  for (let count = 0; count < 1000; count++) {
    const head = read(offset, 4)
    if (head.length < 4 || head[0] !== 0xff) return header
    const code = head[1] ?? 0
    if (code === marker.startOfScan || code === marker.endOfImage) return header
    const length = head.readUInt16BE(2)
    if (code === marker.quantisation) header.quality ??= qualityOf(read(offset + 4, length - 2))
    if (isFrame(code)) header.chroma ??= chromaOf(read(offset + 4, 15))
    if (code === marker.jfif) header.hasDensity = hasDensity(read(offset + 4, 12))
    if (code === marker.xmp || code === marker.app2)
      header.hasGainMap ||= isGainMap(read(offset + 4, length - 2))
    offset += 2 + length
  }
  return header
}

/** SOF0 to SOF15 without DHT, JPG and DAC, which share their range. */
const isFrame = (code: number) => code >= 0xc0 && code <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(code)

/** How many times finer luma is than chroma: across, then down. Only the ratio of the factors counts. */
const subsampling: Record<string, string> = {
  '1x1': '4:4:4',
  '2x1': '4:2:2',
  '1x2': '4:4:0',
  '2x2': '4:2:0',
  '4x1': '4:1:1',
  '4x2': '4:1:0',
}

function chromaOf(frame: Buffer): string | undefined {
  const [luma = 0, chroma = 0, second = 0] = [frame[7], frame[10], frame[13]]
  if (frame.length < 15 || frame[5] !== 3 || chroma === 0 || chroma !== second) return undefined
  return subsampling[`${(luma >> 4) / (chroma >> 4)}x${(luma & 15) / (chroma & 15)}`]
}

function hasDensity(segment: Buffer): boolean {
  const unit = segment[7] ?? 0
  return segment.toString('latin1', 0, 5) === 'JFIF\0' && (unit === 1 || unit === 2)
}

function isGainMap(segment: Buffer): boolean {
  return (
    segment.includes('http://ns.adobe.com/hdr-gain-map/') ||
    segment.subarray(0, 40).includes('urn:iso:std:iso:ts:21496')
  )
}

/** The luminance table of annex K.1: encoders of the Independent JPEG Group's family scale it by quality. */
const luminance = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22,
  29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103,
  121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
]

/**
 * The quality whose scaled standard table has the nearest sum: exact for that family, an estimate for others
 * such as Photoshop.
 */
function qualityOf(segment: Buffer): number | undefined {
  const is16Bit = (segment[0] ?? 0) >> 4 === 1
  if (segment.length < (is16Bit ? 129 : 65)) return undefined
  let sum = 0
  for (let index = 0; index < 64; index++)
    sum += is16Bit ? segment.readUInt16BE(1 + index * 2) : (segment[1 + index] ?? 0)
  let nearest = 1
  for (let quality = 1; quality <= 100; quality++) {
    if (Math.abs(tableSum(quality) - sum) <= Math.abs(tableSum(nearest) - sum)) nearest = quality
  }
  return nearest
}

function tableSum(quality: number): number {
  const scale = quality < 50 ? 5000 / quality : 200 - quality * 2
  let sum = 0
  for (const value of luminance) sum += Math.min(255, Math.max(1, Math.floor((value * scale + 50) / 100)))
  return sum
}
