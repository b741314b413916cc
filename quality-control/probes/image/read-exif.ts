import { readMakerNote } from './read-maker-note'
import { type ByteReader, nextDirectory, readDirectory } from './tiff-directory'

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
  /** Where the small JPEG that the block carries beside the image is. */
  thumbnail?: { offset: number; length: number }
}

const tag = {
  orientation: 0x112,
  xResolution: 0x11a,
  resolutionUnit: 0x128,
  extraSamples: 0x152,
  make: 0x10f,
  makerNote: 0x927c,
  thumbnailAt: 0x201,
  thumbnailBytes: 0x202,
  exifIfd: 0x8769,
  gpsIfd: 0x8825,
}
/** Artist, XPAuthor, CameraOwnerName. */
const authorTags = [0x13b, 0x9c9d, 0xa430]
/** CameraSerialNumber (DNG), BodySerialNumber, LensSerialNumber. */
const serialTags = [0xc62f, 0xa431, 0xa435]
/** GPSLatitude, GPSLongitude, and the destination's pair: an altitude or a time alone is no location. */
const placeTags = [2, 4, 6, 20, 22]

/**
 * What TIFF tags (of a TIFF file, or of another file's EXIF block) say about orientation and persons: that a
 * value is present, never the value. Bounded: each directory once, at most 1000 entries. Inconsistent bytes
 * are ignored.
 */
export function readExif(read: ByteReader): ExifFacts {
  const header = read(0, 8)
  const isLittle = header.toString('latin1', 0, 2) === 'II'
  if (header.length < 8) return nothing
  const start = isLittle ? header.readUInt32LE(4) : header.readUInt32BE(4)
  const main = readDirectory(read, isLittle, start)
  const follow = (id: number) => readDirectory(read, isLittle, main.get(id)?.number() ?? 0)
  const exif = follow(tag.exifIfd)
  const gps = follow(tag.gpsIfd)
  const maker = main.get(tag.make)?.text() ?? ''
  const camera = readMakerNote(read, isLittle, { maker, note: exif.get(tag.makerNote) })
  const has = (id: number) => main.get(id)?.isFilled() === true || exif.get(id)?.isFilled() === true
  const orientation = main.get(tag.orientation)?.number() ?? 1
  return {
    orientation: orientation >= 1 && orientation <= 8 ? orientation : 1,
    hasAlpha: [1, 2].includes(main.get(tag.extraSamples)?.first() ?? 0),
    // Unit 1 is "no unit": the numbers are only a ratio.
    hasResolution: main.has(tag.xResolution) && main.get(tag.resolutionUnit)?.number() !== 1,
    hasGps: placeTags.some((id) => gps.get(id)?.isFilled() === true),
    hasSerialNumber: serialTags.some(has) || camera.hasSerialNumber,
    hasAuthor: authorTags.some(has) || camera.hasOwner,
    thumbnail: thumbnailIn(read, isLittle, nextDirectory(read, isLittle, start)),
  }
}

const nothing: ExifFacts = {
  hasAlpha: false,
  hasResolution: false,
  hasGps: false,
  hasSerialNumber: false,
  hasAuthor: false,
}

/** EXIF 2.32, 4.6.4: the second directory describes the thumbnail. */
function thumbnailIn(read: ByteReader, isLittle: boolean, directory: number): ExifFacts['thumbnail'] {
  const tags = readDirectory(read, isLittle, directory)
  const [offset, length] = [tags.get(tag.thumbnailAt)?.number(), tags.get(tag.thumbnailBytes)?.number()]
  return offset === undefined || length === undefined ? undefined : { offset, length }
}
