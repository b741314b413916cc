import type { Metadata } from 'sharp'

import type { AnimationFacts, ColourModel, ImageFacts } from '../../facts/image'
import type { PrivacyFacts } from '../../facts/file'
import { bufferReader, withFileReader } from './file-reader'
import { type ExifFacts, readExif } from './read-exif'
import { gifProfile } from './read-gif'
import type { ByteReader } from './tiff-directory'
import { readIccProfile } from './read-icc-profile'
import { type JpegHeader, readJpegHeader } from './read-jpeg'
import { readPngChunks } from './read-png'
import { readPrivacy } from './read-privacy'

/** An image's header and metadata, read before anything is decoded. */
export interface ImageHeader {
  image: Omit<ImageFacts, 'pixels'>
  privacy: PrivacyFacts
  /** The image that viewers show, by the library's count; animations choose another frame. */
  page: number
  /** How long each frame of an animation is shown. */
  delaysMs: number[]
  /** The embedded ICC profile. */
  icc?: Buffer
  /** The JPEG of the EXIF block. */
  thumbnail?: Buffer
  /** Damage that the decoder does not report. */
  errors: string[]
}

/**
 * Combines the image library's metadata with what the library does not report. `type` is the detected type.
 */
export function readHeader(path: string, type: string, metadata: Metadata): ImageHeader {
  return withFileReader(path, (read) => {
    const jpeg = type === 'jpeg' ? readJpegHeader(read) : undefined
    const png = type === 'png' ? readPngChunks(read) : undefined
    const exifBlock = type === 'tiff' ? read : exifOf(metadata)
    const exif = readExif(exifBlock)
    const icc = metadata.icc ?? png?.profile ?? (type === 'gif' ? gifProfile(read) : undefined)
    const transfer = png?.transfer ?? (isHeif(type) ? heifTransfer(read) : undefined)
    const hasDensity = jpeg?.hasDensity === true || png?.hasDensity === true || exif.hasResolution
    const orientation = metadata.orientation ?? 1
    const isTurned = orientation >= 5
    return {
      image: {
        format: type,
        widthPixels: isTurned ? metadata.height : metadata.width,
        heightPixels: isTurned ? metadata.width : metadata.height,
        orientation,
        colourModel: colourModelOf(metadata.space),
        channels: metadata.channels,
        bitsPerChannel: bitsOf(metadata),
        profile: icc === undefined ? undefined : readIccProfile(icc),
        hasAlphaChannel: metadata.hasAlpha && (type !== 'tiff' || exif.hasAlpha),
        statedPpi: hasDensity ? ppiOf(metadata.density) : undefined,
        jpeg: jpegFacts(jpeg, metadata),
        // The further images of an AVIF or a HEIC are tiles and thumbnails: viewers show the primary one.
        pages: isHeif(type) ? 1 : (metadata.pages ?? 1),
        animation:
          png?.animation === undefined ? animationOf(read, type, metadata) : animationFacts(png.animation),
        hdr: jpeg?.hasGainMap === true ? 'gain map' : hdrTransfers[transfer ?? 0],
      },
      privacy: readPrivacy(exif, { xmp: metadata.xmp, iptc: metadata.iptc, texts: png?.texts }),
      page: metadata.pagePrimary ?? 0,
      delaysMs: (png?.animation?.delaysMs ?? metadata.delay ?? []).map(shownMs),
      icc,
      // In a TIFF the second directory is another page.
      thumbnail: type === 'tiff' ? undefined : thumbnailIn(exifBlock, exif.thumbnail),
      errors: png?.errors ?? [],
    }
  })
}

const isHeif = (type: string) => type === 'avif' || type === 'heic'

/** The library's EXIF block begins with `Exif\0\0` or directly with its TIFF header. */
function exifOf({ exif }: Metadata): ByteReader {
  if (exif === undefined) return bufferReader(Buffer.alloc(0))
  return bufferReader(exif.toString('latin1', 0, 4) === 'Exif' ? exif.subarray(6) : exif)
}

/** The block itself holds at most 64 KiB in a JPEG. */
const maxThumbnailBytes = 1 << 20

function thumbnailIn(read: ByteReader, place: ExifFacts['thumbnail']): Buffer | undefined {
  const { offset = 0, length = 0 } = place ?? {}
  const bytes = Buffer.from(read(offset, Math.min(length, maxThumbnailBytes)))
  return bytes[0] === 0xff && bytes[1] === 0xd8 ? bytes : undefined
}

function colourModelOf(space: string): ColourModel {
  if (space === 'cmyk') return 'cmyk'
  if (space === 'b-w' || space === 'grey16') return 'grey'
  if (space.startsWith('lab')) return 'lab'
  return ['srgb', 'rgb', 'rgb16', 'scrgb'].includes(space) ? 'rgb' : 'other'
}

const depthBits: Record<string, number> = {
  uchar: 8,
  char: 8,
  ushort: 16,
  short: 16,
  uint: 32,
  int: 32,
  float: 32,
  complex: 64,
  double: 64,
}

/** A palette has fewer bits per pixel, but its colours have 8 per channel. */
function bitsOf({ bitsPerSample, depth, isPalette }: Metadata): number {
  return isPalette ? 8 : (bitsPerSample ?? depthBits[depth] ?? 8)
}

function ppiOf(density: number | undefined): number | undefined {
  return density !== undefined && density >= 1 && density <= 100_000
    ? Math.round(density * 100) / 100
    : undefined
}

function jpegFacts(
  { quality, chromaQuality, chroma }: Partial<JpegHeader> = {},
  { chromaSubsampling, isProgressive }: Metadata,
): ImageFacts['jpeg'] {
  // The library reports 4:2:0 for everything that is not 4:4:4 by factors of 1.
  return quality === undefined
    ? undefined
    : { quality, chromaQuality, chromaSubsampling: chroma ?? chromaSubsampling ?? 'unknown', isProgressive }
}

function animationOf(
  read: ByteReader,
  type: string,
  { pages = 1, delay = [], loop = 1 }: Metadata,
): AnimationFacts | undefined {
  if (pages < 2 || (type !== 'gif' && type !== 'webp')) return undefined
  return animationFacts({ frames: pages, plays: type === 'webp' ? webpPlays(read) : loop, delaysMs: delay })
}

function animationFacts({
  frames,
  plays,
  delaysMs,
}: {
  frames: number
  plays: number
  delaysMs: number[]
}): AnimationFacts | undefined {
  if (frames < 2) return undefined
  let durationMs = 0
  for (const delay of delaysMs) durationMs += shownMs(delay)
  return { frames, durationSeconds: Math.round(durationMs) / 1000, loops: plays, framesDecoded: 0 }
}

/** Browsers show a frame of 10 ms or less for 100 ms. */
function shownMs(delayMs: number): number {
  return delayMs <= 10 ? 100 : delayMs
}

/**
 * The loop count of the ANIM chunk (WebP container, "Animation"), which follows the header; the library does
 * not report it.
 */
function webpPlays(read: ByteReader): number {
  const head = read(0, 4096)
  const at = head.indexOf('ANIM')
  return at < 0 || at + 14 > head.length ? 1 : head.readUInt16LE(at + 12)
}

/** Transfer characteristics of ITU-T H.273 for high dynamic range. */
const hdrTransfers: Record<number, 'pq' | 'hlg'> = { 16: 'pq', 18: 'hlg' }

/** The `colr` box with code points (ISO 14496-12, 12.1.5): primaries, transfer, matrix. */
function heifTransfer(read: ByteReader): number | undefined {
  const head = read(0, 16_384)
  const at = head.indexOf('colrnclx')
  return at < 0 || at + 12 > head.length ? undefined : head.readUInt16BE(at + 10)
}
