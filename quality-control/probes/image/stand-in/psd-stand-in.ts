import type { ByteReader } from '../tiff-directory'
import { type PsdHeader, psdMetadata, type PsdMode, psdResource } from './read-psd'
import { type TiffLayout, writeTiff } from './write-tiff'

/** `unsupported` completes "A Photoshop document …". */
export type PsdOutcome = { errors: string[] } | { unsupported: string }

/** Colour channels and TIFF's number for the modes that have a stand-in. */
const colours: Partial<Record<PsdMode, { channels: number; photometric: TiffLayout['photometric'] }>> = {
  bitmap: { channels: 1, photometric: 0 },
  grey: { channels: 1, photometric: 1 },
  duotone: { channels: 1, photometric: 1 },
  indexed: { channels: 1, photometric: 3 },
  rgb: { channels: 3, photometric: 2 },
  cmyk: { channels: 4, photometric: 5 },
  lab: { channels: 3, photometric: 8 },
}

/**
 * Writes the composite of a Photoshop document as a TIFF: both store planes of rows, raw or as PackBits, so
 * the rows are copied and not decoded. Layers are not read. Throws an Error when the document is damaged.
 */
export function writePsdStandIn(header: PsdHeader, read: ByteReader, target: string): PsdOutcome {
  const { mode, bitsPerChannel, widthPixels, heightPixels, resources } = header
  const colour = colours[mode]
  if (colour === undefined) return { unsupported: 'in multichannel mode' }
  if (bitsPerChannel > 16) return { unsupported: `with ${bitsPerChannel} bits per channel` }
  if (resources.get(psdMetadata.versionInfo)?.[4] === 0)
    return { unsupported: 'without a composite (save it with "Maximize Compatibility")' }
  if (hasSpotChannel(resources.get(psdMetadata.channels))) return { unsupported: 'with spot channels' }
  const hasAlpha = header.hasAlpha && header.channels > colour.channels && mode !== 'indexed'
  const isPacked = compressionOf(header, read) === 1
  const layout: TiffLayout = {
    widthPixels,
    heightPixels,
    // The image library reads Lab in 16 bits only.
    bitsPerSample: mode === 'lab' ? 16 : bitsPerChannel,
    samples: colour.channels + (hasAlpha ? 1 : 0),
    photometric: colour.photometric,
    hasAlpha,
    isPlanar: true,
    isPackBits: isPacked && mode !== 'lab',
    colourMap: mode === 'indexed' ? deepened(header.palette) : undefined,
    pixelsPerInch: resolutionOf(resources.get(psdResource.resolution)),
    icc: resources.get(psdResource.icc),
    xmp: resources.get(psdMetadata.xmp),
    iptc: resources.get(psdResource.iptc),
  }
  const errors: string[] = []
  writeTiff(target, layout, rowsOf(header, { samples: layout.samples, isPacked }, read, errors))
  return { errors }
}

/**
 * Spot colours are not part of the composite, so artwork in them would be missing. Each channel after the
 * colours has 13 bytes (DisplayInfo); the last one is 2 for a spot colour, otherwise the channel is a mask.
 */
function hasSpotChannel(channels: Buffer | undefined): boolean {
  for (let at = 4 + 12; channels !== undefined && at < channels.length; at += 13)
    if (channels[at] === 2) return true
  return false
}

function compressionOf({ compositeAt }: PsdHeader, read: ByteReader): 0 | 1 {
  const bytes = read(compositeAt, 2)
  if (bytes.length < 2) throw new Error('the file ends before its pixels (truncated)')
  const compression = bytes.readUInt16BE()
  if (compression !== 0 && compression !== 1)
    throw new Error(`the composite has the compression ${compression}, expected 0 or 1`)
  return compression
}

interface Stored {
  /** The wanted channels; the others follow them. */
  samples: number
  isPacked: boolean
}

/** The rows of the wanted channels. CMYK is stored inverted. */
function* rowsOf(header: PsdHeader, { samples, isPacked }: Stored, read: ByteReader, errors: string[]) {
  const { compositeAt, heightPixels, channels, isLarge, mode } = header
  const rowBytes = Math.ceil((header.widthPixels * header.bitsPerChannel) / 8)
  const countBytes = isLarge ? 4 : 2
  const allRows = heightPixels * channels
  let at = compositeAt + 2 + (isPacked ? allRows * countBytes : 0)
  for (let row = 0; row < heightPixels * samples; row++) {
    const length = isPacked ? countAt(read, compositeAt + 2 + row * countBytes, countBytes) : rowBytes
    const bytes = length > 2 * rowBytes + 256 ? Buffer.alloc(0) : Buffer.from(read(at, length))
    at += length
    if (bytes.length < length || length === 0) {
      errors.push('the file ends inside of the composite (truncated)')
      return
    }
    const isInk = mode === 'cmyk' && row < heightPixels * 4
    if (mode === 'lab')
      yield labRow(isPacked ? unpackedRow(bytes, rowBytes) : bytes, header, Math.floor(row / heightPixels))
    else yield isInk ? (isPacked ? invertedPackBits(bytes) : inverted(bytes)) : bytes
  }
}

function countAt(read: ByteReader, at: number, size: number): number {
  const bytes = read(at, size)
  return bytes.length < size ? 0 : bytes.readUIntBE(0, size)
}

function inverted(bytes: Buffer): Buffer {
  for (const [at, value] of bytes.entries()) bytes[at] = 255 - value
  return bytes
}

/** PackBits: a count n of 0..127 and n + 1 bytes, or 129..255 and one byte to repeat; 128 is nothing. */
function invertedPackBits(bytes: Buffer): Buffer {
  for (let at = 0; at < bytes.length;) {
    const count = bytes[at] ?? 0
    const values = count < 128 ? count + 1 : count === 128 ? 0 : 1
    inverted(bytes.subarray(at + 1, at + 1 + values))
    at += 1 + values
  }
  return bytes
}

function unpackedRow(bytes: Buffer, rowBytes: number): Buffer {
  const row = Buffer.alloc(rowBytes)
  for (let at = 0, to = 0; at < bytes.length && to < rowBytes;) {
    const count = bytes[at] ?? 0
    if (count < 128) to += bytes.copy(row, to, at + 1, at + 2 + count)
    if (count > 128) row.fill(bytes[at + 1] ?? 0, to, (to += 257 - count))
    at += count < 128 ? count + 2 : count === 128 ? 1 : 2
  }
  return row
}

/**
 * One channel in 16 bits as TIFF wants it: L and alpha as they are, a and b with a sign, which Photoshop
 * stores with an offset of half the range (TIFF 6.0, section 23).
 */
function labRow(bytes: Buffer, { widthPixels, bitsPerChannel }: PsdHeader, channel: number): Buffer {
  const row = Buffer.alloc(widthPixels * 2)
  const isChroma = channel === 1 || channel === 2
  for (let x = 0; x < widthPixels; x++) {
    const stored =
      bitsPerChannel === 16 ? bytes.readUInt16BE(x * 2) : (bytes[x] ?? 0) * (isChroma ? 256 : 257)
    row.writeUInt16BE(isChroma ? (stored + 32_768) % 65_536 : stored, x * 2)
  }
  return row
}

/** Three planes of 256 bytes become values of 16 bits. */
function deepened(palette: Buffer): Buffer {
  const deep = Buffer.alloc(palette.length * 2)
  for (const [at, value] of palette.entries()) deep.writeUInt16BE(value * 257, at * 2)
  return deep
}

/** Pixels per inch as a fixed-point number of 16.16 bits. */
function resolutionOf(resource: Buffer | undefined): number | undefined {
  if (resource === undefined || resource.length < 4) return undefined
  const pixelsPerInch = resource.readUInt32BE() / 65_536
  return pixelsPerInch > 0 ? pixelsPerInch : undefined
}
