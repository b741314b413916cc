import type { ByteReader } from '../tiff-directory'

/** What a Photoshop document says before its pixels ("Adobe Photoshop File Formats Specification", 2019). */
export interface PsdHeader {
  widthPixels: number
  heightPixels: number
  channels: number
  bitsPerChannel: number
  mode: PsdMode
  palette: Buffer
  resources: ReadonlyMap<number, Buffer>
  /** The first channel after the colours is the transparency of the composite. */
  hasAlpha: boolean
  /** Where the composite begins: its compression, then its rows. */
  compositeAt: number
  /** A large document (PSB) has longer counts. */
  isLarge: boolean
}
export type PsdMode = 'bitmap' | 'grey' | 'indexed' | 'rgb' | 'cmyk' | 'multichannel' | 'duotone' | 'lab'

export const psdResource = { resolution: 1005, alphaNames: 1006, iptc: 1028, icc: 1039 } as const
export const psdMetadata = { versionInfo: 1057, exif: 1058, xmp: 1060, channels: 1077 } as const

const modes: Record<number, PsdMode> = {
  0: 'bitmap',
  1: 'grey',
  2: 'indexed',
  3: 'rgb',
  4: 'cmyk',
  7: 'multichannel',
  8: 'duotone',
  9: 'lab',
}

/** Throws an Error with the reason when the document ends early or contradicts itself. */
export function readPsd(read: ByteReader): PsdHeader {
  const head = exactly(read, 0, 26)
  const isLarge = head.readUInt16BE(4) === 2
  const mode = modes[head.readUInt16BE(24)]
  if (mode === undefined) throw new Error(`the colour mode ${head.readUInt16BE(24)} does not exist`)
  const paletteBytes = exactly(read, 26, 4).readUInt32BE()
  const resourcesAt = 30 + paletteBytes
  const resourceBytes = exactly(read, resourcesAt, 4).readUInt32BE()
  const layersAt = resourcesAt + 4 + resourceBytes
  const layerBytes = longCount(exactly(read, layersAt, isLarge ? 8 : 4))
  const resources = readResources(read, resourcesAt + 4, resourceBytes)
  const isTransparent = hasNegativeLayerCount(read, layersAt, layerBytes, isLarge)
  const names = resources.get(psdResource.alphaNames)?.toString('latin1') ?? ''
  return {
    channels: head.readUInt16BE(12),
    heightPixels: head.readUInt32BE(14),
    widthPixels: head.readUInt32BE(18),
    bitsPerChannel: head.readUInt16BE(22),
    mode,
    palette: exactly(read, 30, mode === 'indexed' ? 768 : 0),
    resources,
    hasAlpha: isTransparent || names.includes('Transparency'),
    compositeAt: layersAt + (isLarge ? 8 : 4) + layerBytes,
    isLarge,
  }
}

/** The count of layers is negative when the composite has transparency. */
function hasNegativeLayerCount(read: ByteReader, at: number, layerBytes: number, isLarge: boolean): boolean {
  const size = isLarge ? 8 : 4
  if (layerBytes < size + 2) return false
  const layers = read(at + size, size + 2)
  return layers.length === size + 2 && layers.readInt16BE(size) < 0
}

const maxResourceBytes = 8 << 20
const maxResources = 2000

function readResources(read: ByteReader, start: number, length: number): Map<number, Buffer> {
  const wanted: number[] = [...Object.values(psdResource), ...Object.values(psdMetadata)]
  const found = new Map<number, Buffer>()
  let at = start
  for (let count = 0; count < maxResources && at + 12 <= start + length; count++) {
    const head = read(at, 7)
    if (head.length < 7 || head.toString('latin1', 0, 4) !== '8BIM') break
    const id = head.readUInt16BE(4)
    const nameBytes = even((head[6] ?? 0) + 1)
    const size = exactly(read, at + 6 + nameBytes, 4).readUInt32BE()
    const dataAt = at + 6 + nameBytes + 4
    if (wanted.includes(id) && size <= maxResourceBytes) found.set(id, Buffer.from(read(dataAt, size)))
    at = dataAt + even(size)
  }
  return found
}

const even = (value: number) => value + (value % 2)

function longCount(bytes: Buffer): number {
  return bytes.length === 8 ? Number(bytes.readBigUInt64BE()) : bytes.readUInt32BE()
}

function exactly(read: ByteReader, at: number, length: number): Buffer {
  const bytes = read(at, length)
  if (bytes.length < length) throw new Error('the file ends before its pixels (truncated)')
  return bytes
}
