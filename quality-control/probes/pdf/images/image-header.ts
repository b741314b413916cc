import type { ColourSpace } from '../content/colour-space'
import { calibrated, cmyk, gray, lab, rgb } from '../content/colour-space'

/** What the data of an image states. The dictionary of the PDF may differ. */
export interface ImageHeader {
  widthPixels: number
  heightPixels: number
  /** JPEG 2000 only. */
  space?: ColourSpace
}

export function imageHeader(codec: string, data: Buffer): ImageHeader | undefined {
  if (codec === 'JPXDecode') return jpxHeader(data)
  return codec === 'JBIG2Decode' ? jbig2Header(data) : undefined
}

const pageInformation = 48

/** The page information of an embedded JBIG2 stream (ISO/IEC 14492, 7.2 and 7.4.8), its first segment. */
function jbig2Header(data: Buffer): ImageHeader | undefined {
  const headerLength = 11
  if (data.length < headerLength + 8 || ((data[4] ?? 0) & 0x3f) !== pageInformation) return undefined
  return { widthPixels: data.readUInt32BE(headerLength), heightPixels: data.readUInt32BE(headerLength + 4) }
}

const codestreamStart = 0xff4fff51
/** ISO/IEC 15444-1, annex I.5.3.3, and 15444-2 for CMYK and Lab. */
const enumerated = new Map([
  [12, cmyk],
  [14, lab],
  [16, rgb],
  [17, gray],
  [18, rgb],
])
const profileSpaces = new Map([
  ['RGB ', rgb],
  ['GRAY', gray],
  ['CMYK', cmyk],
  ['Lab ', lab],
])
const byComponents = [undefined, gray, gray, rgb, cmyk]

function jpxHeader(data: Buffer): ImageHeader | undefined {
  if (data.length > 40 && data.readUInt32BE(0) === codestreamStart) return codestreamHeader(data)
  const header = boxes(data, 0, data.length).find(({ type }) => type === 'jp2h')
  if (header === undefined) return undefined
  const inner = boxes(data, header.start, header.end)
  const size = inner.find(({ type, start, end }) => type === 'ihdr' && end - start >= 10)
  if (size === undefined) return undefined
  const spaces = inner.filter(({ type }) => type === 'colr').map(({ start, end }) => colour(data, start, end))
  return {
    heightPixels: data.readUInt32BE(size.start),
    widthPixels: data.readUInt32BE(size.start + 4),
    space: spaces.find((space) => space !== undefined) ?? byComponents[data.readUInt16BE(size.start + 8)],
  }
}

function colour(data: Buffer, start: number, end: number): ColourSpace | undefined {
  const method = data[start]
  const space =
    method === 1 && end - start >= 7
      ? enumerated.get(data.readUInt32BE(start + 3))
      : profileSpaces.get(data.toString('latin1', start + 19, Math.min(end, start + 23)))
  return space && calibrated(space)
}

/** SIZ (ISO/IEC 15444-1, A.5.1): the reference grid less its offset, and the number of components. */
function codestreamHeader(data: Buffer): ImageHeader {
  return {
    widthPixels: data.readUInt32BE(8) - data.readUInt32BE(16),
    heightPixels: data.readUInt32BE(12) - data.readUInt32BE(20),
    space: byComponents[data.readUInt16BE(40)],
  }
}

interface Jp2Box {
  type: string
  start: number
  end: number
}

const maxBoxes = 64

/** The boxes of a JP2 file or superbox (ISO/IEC 15444-1, I.4); one that runs over its end is cut there. */
function boxes(data: Buffer, from: number, to: number): Jp2Box[] {
  const found: Jp2Box[] = []
  for (let at = from; at + 8 <= to && found.length < maxBoxes;) {
    const length = data.readUInt32BE(at)
    const isLong = length === 1 && at + 16 <= to
    const size = length === 0 ? to - at : isLong ? Number(data.readBigUInt64BE(at + 8)) : length
    if (size < 8) break
    const end = Math.min(to, at + size)
    found.push({ type: data.toString('latin1', at + 4, at + 8), start: at + (isLong ? 16 : 8), end })
    at = end
  }
  return found
}
