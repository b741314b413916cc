/** Reads bytes at an offset; fewer at the end. */
export type ByteReader = (offset: number, length: number) => Buffer

export interface ExifFacts {
  /** Orientation 1..8. */
  orientation?: number
  /**
   * TIFF only: the first channel beyond the colours is transparency, not a spot colour or a selection (tag
   * ExtraSamples is 1 or 2).
   */
  hasAlpha: boolean
  /** The file states a resolution, with a unit. */
  hasResolution: boolean
  hasGps: boolean
  hasSerialNumber: boolean
  hasAuthor: boolean
}

const tag = {
  orientation: 0x112,
  xResolution: 0x11a,
  resolutionUnit: 0x128,
  extraSamples: 0x152,
  exifIfd: 0x8769,
  gpsIfd: 0x8825,
}
/** Artist, XPAuthor, CameraOwnerName. */
const authorTags = [0x13b, 0x9c9d, 0xa430]
/** CameraSerialNumber (DNG), BodySerialNumber, LensSerialNumber. */
const serialTags = [0xc62f, 0xa431, 0xa435]
/** GPSLatitude, GPSLongitude, and the destination's pair: an altitude or a time alone is no location. */
const placeTags = [2, 4, 6, 20, 22]

const maxEntries = 1000

/**
 * What TIFF tags (of a TIFF file, or of another file's EXIF block) say about orientation and persons: that a
 * value is present, never the value. Bounded: each directory once, at most 1000 entries. Inconsistent bytes
 * are ignored.
 */
export function readExif(read: ByteReader): ExifFacts {
  const header = read(0, 8)
  const isLittle = header.toString('latin1', 0, 2) === 'II'
  if (header.length < 8) return nothing
  const main = readDirectory(read, isLittle, isLittle ? header.readUInt32LE(4) : header.readUInt32BE(4))
  const follow = (id: number) => readDirectory(read, isLittle, main.get(id)?.number() ?? 0)
  const exif = follow(tag.exifIfd)
  const gps = follow(tag.gpsIfd)
  const orientation = main.get(tag.orientation)?.number() ?? 1
  return {
    orientation: orientation >= 1 && orientation <= 8 ? orientation : 1,
    hasAlpha: [1, 2].includes(main.get(tag.extraSamples)?.first() ?? 0),
    // Unit 1 is "no unit": the numbers are only a ratio.
    hasResolution: main.has(tag.xResolution) && main.get(tag.resolutionUnit)?.number() !== 1,
    hasGps: placeTags.some((id) => gps.get(id)?.isFilled() === true),
    hasSerialNumber: serialTags.some(
      (id) => main.get(id)?.isFilled() === true || exif.get(id)?.isFilled() === true,
    ),
    hasAuthor: authorTags.some(
      (id) => main.get(id)?.isFilled() === true || exif.get(id)?.isFilled() === true,
    ),
  }
}

const nothing: ExifFacts = {
  hasAlpha: false,
  hasResolution: false,
  hasGps: false,
  hasSerialNumber: false,
  hasAuthor: false,
}

interface Entry {
  number: () => number
  /** The first of several short values. */
  first: () => number
  /** The value is more than zeros and spaces: cameras write empty fields. */
  isFilled: () => boolean
}

/** Sizes of TIFF 6.0 field types 1..12, in bytes. */
const typeBytes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8]

function readDirectory(read: ByteReader, isLittle: boolean, offset: number): Map<number, Entry> {
  const short = (bytes: Buffer, at: number) => (isLittle ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at))
  const long = (bytes: Buffer, at: number) => (isLittle ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at))
  const entries = new Map<number, Entry>()
  const head = offset === 0 ? Buffer.alloc(0) : read(offset, 2)
  if (head.length < 2) return entries
  const bytes = read(offset + 2, Math.min(short(head, 0), maxEntries) * 12)
  for (let at = 0; at + 12 <= bytes.length; at += 12) {
    const type = short(bytes, at + 2)
    const size = (typeBytes[type] ?? 0) * long(bytes, at + 4)
    const field = bytes.subarray(at + 8, at + 12)
    entries.set(short(bytes, at), {
      number: () => (type === 3 ? short(field, 0) : long(field, 0)),
      first: () => {
        const values = size <= 4 ? field : read(long(field, 0), 2)
        return values.length < 2 ? 0 : short(values, 0)
      },
      isFilled: () =>
        (size <= 4 ? field.subarray(0, size) : read(long(field, 0), Math.min(size, 256))).some(
          (byte) => byte !== 0 && byte !== 32,
        ),
    })
  }
  return entries
}
