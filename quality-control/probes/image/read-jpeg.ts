import type { ByteReader } from './tiff-directory'

export interface JpegHeader {
  /** 1..100, estimated; absent without a quantisation table in front of the image data. */
  quality?: number
  /** The same for chroma, where it has a table of its own. */
  chromaQuality?: number
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
  const tables = new Map<number, number[]>()
  let frame = Buffer.alloc(0)
  let offset = 2
  for (let count = 0; count < 1000; count++) {
    const head = read(offset, 4)
    if (head.length < 4 || head[0] !== 0xff) break
    const code = head[1] ?? 0
    if (code === marker.startOfScan || code === marker.endOfImage) break
    const length = head.readUInt16BE(2)
    if (code === marker.quantisation) addTables(tables, read(offset + 4, length - 2))
    if (isFrame(code)) frame = Buffer.from(read(offset + 4, 15))
    if (code === marker.jfif) header.hasDensity = hasDensity(read(offset + 4, 12))
    if (code === marker.xmp || code === marker.app2)
      header.hasGainMap ||= isGainMap(read(offset + 4, length - 2))
    offset += 2 + length
  }
  return { ...header, chroma: chromaOf(frame), ...qualities(tables, frame) }
}

/** Quantisation tables by their number (B.2.4.1): several may share a segment. */
function addTables(tables: Map<number, number[]>, segment: Buffer): void {
  for (let at = 0; at < segment.length;) {
    const head = segment[at] ?? 0
    const valueBytes = head >> 4 === 1 ? 2 : 1
    const values = segment.subarray(at + 1, at + 1 + 64 * valueBytes)
    if (values.length < 64 * valueBytes) return
    tables.set(
      head & 15,
      Array.from({ length: 64 }, (_, index) => values.readUIntBE(index * valueBytes, valueBytes)),
    )
    at += 1 + values.length
  }
}

/** The frame names the table of each component (B.2.2); in RGB and CMYK all have the same one. */
function qualities(tables: ReadonlyMap<number, number[]>, frame: Buffer) {
  const [luma = 0, chroma = luma] = [frame[8], frame[5] === 1 ? undefined : frame[11]]
  return {
    quality: qualityOf(tables.get(luma) ?? [...tables.values()][0], luminance),
    chromaQuality: chroma === luma ? undefined : qualityOf(tables.get(chroma), chrominance),
  }
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

/** The chrominance table of annex K.2, which is the same from the fifth row on. */
const chrominance = [
  ...[17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99],
  ...[24, 26, 56, 99, 99, 99, 99, 99, 47, 66, 99, 99, 99, 99, 99, 99],
  ...new Array<number>(32).fill(99),
]

/**
 * The quality whose scaled standard table has the nearest sum: exact for that family, an estimate for others
 * such as Photoshop.
 */
function qualityOf(table: number[] | undefined, standard: number[]): number | undefined {
  if (table === undefined) return undefined
  const sum = table.reduce((total, value) => total + value, 0)
  let nearest = 1
  for (let quality = 1; quality <= 100; quality++) {
    const isNearer =
      Math.abs(tableSum(standard, quality) - sum) <= Math.abs(tableSum(standard, nearest) - sum)
    if (isNearer) nearest = quality
  }
  return nearest
}

function tableSum(standard: number[], quality: number): number {
  const scale = quality < 50 ? 5000 / quality : 200 - quality * 2
  let sum = 0
  for (const value of standard) sum += Math.min(255, Math.max(1, Math.floor((value * scale + 50) / 100)))
  return sum
}
