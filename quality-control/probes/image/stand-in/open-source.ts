import type { ImageFacts } from '../../../facts/image'
import { rethrowAccident } from '../../host-accident'
import { bufferReader, withFileReader } from '../file-reader'
import { openImage } from '../open-image'
import { readExif } from '../read-exif'
import { type ImageHeader, readHeader } from '../read-header'
import { combined } from '../read-privacy'
import { writeHeicStandIn } from './heic-stand-in'
import { findLabTiff, writeLabStandIn } from './lab-stand-in'
import { writePsdStandIn } from './psd-stand-in'
import type { StandIn } from './prepare-stand-in'
import { psdMetadata, readPsd } from './read-psd'

export interface Source {
  path: string
  /** The detected type. */
  type: string
  maxPixels: number
  standIn?: StandIn
}

/** `unsupported` completes "A HEIC image …": the file may be fine, but no decoder here knows it. */
export type OpenedSource =
  { header: ImageHeader; pixels: () => Promise<Pixels> } | { error: string } | { unsupported: string }

/** The file to decode: the source itself, or the stand-in that was written for it. */
export interface Pixels {
  /** Absent when nothing could be decoded. */
  path?: string
  errors: string[]
}

/**
 * Reads the header; `pixels` writes the stand-in where one is needed. A stand-in is a lossless TIFF or PNG in
 * the scratch folder, so that all formats are measured in one way.
 */
export async function openSource(source: Source): Promise<OpenedSource> {
  const { path, type, standIn } = source
  try {
    if (type === 'psd' || type === 'psb') return await openPsd(source, standInPath(source))
    const lab = type === 'tiff' && standIn !== undefined ? withFileReader(path, findLabTiff) : undefined
    if (lab !== undefined) {
      const target = standInPath(source)
      await writeLabStandIn(path, target, lab)
      const header = withoutContainer(await headerOf(target, 'tiff'), { format: type, bitsPerChannel: 8 })
      return { header, pixels: pixelsIn(target) }
    }
    const written = standIn?.isWritten === true ? standIn.path : undefined
    if (written !== undefined && type !== 'png') {
      const header = withoutContainer(await headerOf(written, 'png'), { format: type })
      return { header, pixels: pixelsIn(written) }
    }
    const header = await headerOf(path, type)
    if (type !== 'heic') return { header, pixels: pixelsIn(written ?? path) }
    return { header, pixels: () => decodeHeic(source, header) }
  } catch (error) {
    rethrowAccident(error)
    return { error: `the header cannot be read: ${reasonOf(error)}` }
  }
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

const pixelsIn = (path: string) => () => Promise.resolve({ path, errors: [] })

function standInPath({ type, standIn }: Source): string {
  if (standIn === undefined) throw new Error(`no path for the pixels of the format ${type}`)
  return standIn.path
}

async function decodeHeic(source: Source, { image, icc }: ImageHeader): Promise<Pixels> {
  const target = standInPath(source)
  try {
    await writeHeicStandIn(source.path, target, { hasAlpha: image.hasAlphaChannel, icc })
    return { path: target, errors: [] }
  } catch (error) {
    rethrowAccident(error)
    return { errors: [reasonOf(error)] }
  }
}

async function openPsd({ path, type, maxPixels }: Source, target: string): Promise<OpenedSource> {
  const psd = withFileReader(path, readPsd)
  const { widthPixels, heightPixels, resources } = psd
  if (widthPixels * heightPixels > maxPixels)
    return { error: `${widthPixels} × ${heightPixels} pixels, but at most ${maxPixels} are decoded` }
  const written = withFileReader(path, (read) => writePsdStandIn(psd, read, target))
  if ('unsupported' in written) return written
  const changes = { format: type, bitsPerChannel: psd.bitsPerChannel }
  const header = withoutContainer(await headerOf(target, 'tiff'), changes)
  const exif = readExif(bufferReader(resources.get(psdMetadata.exif) ?? Buffer.alloc(0)))
  const privacy = combined([header.privacy, exif])
  return { header: { ...header, privacy, errors: written.errors }, pixels: pixelsIn(target) }
}

/** Pages, animation and check sums of a stand-in are not the file's. */
function withoutContainer(header: ImageHeader, changes: Partial<ImageFacts>): ImageHeader {
  return {
    ...header,
    errors: [],
    image: { ...header.image, animation: undefined, pages: 1, ...changes },
  }
}

async function headerOf(path: string, type: string): Promise<ImageHeader> {
  const options = { failOn: 'none' as const, limitInputPixels: false }
  const metadata = await openImage(path, options).metadata()
  // Tiles may come before the image that they make up; by default the library reads what comes first.
  const page = metadata.pagePrimary ?? 0
  const shown = page === 0 ? metadata : await openImage(path, { ...options, page }).metadata()
  return readHeader(path, type, shown)
}
