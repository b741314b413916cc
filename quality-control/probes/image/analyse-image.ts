import { writeFile } from 'node:fs/promises'
import sharp from 'sharp'

import type { ImageFacts } from '../../facts/image'
import type { IntegrityFacts, PrivacyFacts } from '../../facts/file'
import type { CodeFacts } from '../../facts/text'
import { findCodes } from '../text/read-codes'
import { decodePicture } from './decode-image'
import { examineAnimation } from './measure-animation'
import { lumaOf } from './luma'
import { measurePixels } from './measure-pixels'
import type { RawPicture } from './luma'
import { openPicture } from './open-image'
import { readHeader } from './read-header'
import type { PictureHeader } from './read-header'
import { writePreviews } from './write-previews'
import type { WrittenPreview } from './write-previews'

export interface PictureJob {
  path: string
  /** The detected type, one of `decodableTypes`. */
  type: string
  previewDir: string
  maxPixels: number
  wantsCodes: boolean
  /** Where the grey picture for OCR goes; absent when no text is wanted. */
  ocrPath?: string
}

export interface PictureAnswer {
  /** Absent when not even the header can be read. */
  image?: ImageFacts
  privacy?: PrivacyFacts
  integrity: IntegrityFacts
  codes?: CodeFacts['codes']
  previews: WrittenPreview[]
  hasOcrPicture: boolean
}

/**
 * Everything that is to be known about one picture, from one decode. Runs in the analyser's child. The header
 * comes first: a picture of more than `maxPixels` is not decoded but reported.
 */
export async function analysePicture(job: PictureJob): Promise<PictureAnswer> {
  const header = await headerOf(job)
  if ('error' in header) return unreadable(header.error)
  const { image, privacy, errors } = header
  const tooLarge = sizeProblem(image, job.maxPixels)
  if (tooLarge !== undefined) return { ...unreadable(tooLarge), image, privacy }
  const examined = await examineAnimation(job.path, header, job.maxPixels)
  const decoded = await decodePicture(job.path, examined.page, image.hasAlphaChannel)
  const integrity = integrityOf(
    [...errors, ...examined.errors, ...decoded.errors],
    decoded.picture !== undefined,
  )
  const facts = { ...image, animation: examined.animation }
  if (decoded.picture === undefined)
    return { image: facts, privacy, integrity, previews: [], hasOcrPicture: false }
  const seen = await lookAt(decoded.picture, job)
  return { ...seen, image: { ...facts, pixels: seen.pixels }, privacy, integrity }
}

async function lookAt(picture: RawPicture, job: PictureJob) {
  const { width, height } = picture
  const isRead = job.wantsCodes || job.ocrPath !== undefined
  const grey = isRead ? { luma: lumaOf(picture), width, height } : undefined
  const codes = grey !== undefined && job.wantsCodes ? await findCodes(grey) : undefined
  if (grey !== undefined && job.ocrPath !== undefined) await writeOcrPicture(job.ocrPath, grey)
  const previews = await writePreviews(picture, job.previewDir)
  return { pixels: measurePixels(picture), codes, previews, hasOcrPicture: job.ocrPath !== undefined }
}

async function headerOf({ path, type }: PictureJob): Promise<PictureHeader | { error: string }> {
  try {
    const metadata = await openPicture(path, { failOn: 'none', limitInputPixels: false }).metadata()
    return readHeader(path, type, metadata)
  } catch (error) {
    return { error: `the header cannot be read: ${error instanceof Error ? error.message : String(error)}` }
  }
}

function sizeProblem({ widthPixels, heightPixels }: ImageFacts, maxPixels: number): string | undefined {
  if (widthPixels * heightPixels <= maxPixels) return undefined
  const millions = (pixels: number) => `${Math.round(pixels / 1e6)} million`
  const size = `${widthPixels} × ${heightPixels} = ${millions(widthPixels * heightPixels)} pixels`
  return `${size}, but at most ${millions(maxPixels)} are decoded`
}

function unreadable(error: string): PictureAnswer {
  return { integrity: integrityOf([error], false), previews: [], hasOcrPicture: false }
}

const errorsKept = 10

function integrityOf(errors: string[], isDecodable: boolean): IntegrityFacts {
  const distinct = [...new Set(errors.map(cleanError))]
  return { isDecodable, errorCount: distinct.length, errors: distinct.slice(0, errorsKept) }
}

/** Decoders put the path into some messages; it is ours and says nothing to the client. */
function cleanError(message: string): string {
  return message
    .replace(/(?:\/[^\s:]+)+/g, 'the file')
    .trim()
    .slice(0, 200)
}

/** Small print of a small picture is below what OCR can read, so it gets enlarged, three times at most. */
async function writeOcrPicture(
  path: string,
  { luma, width, height }: { luma: Uint8Array; width: number; height: number },
): Promise<void> {
  const factor = Math.min(3, 1500 / Math.max(width, height))
  const picture = sharp(luma, { raw: { width, height, channels: 1 } })
  const large = factor < 1.2 ? picture : picture.resize(Math.round(width * factor))
  const { data, info } = await large.toColourspace('b-w').raw().toBuffer({ resolveWithObject: true })
  await writeFile(path, Buffer.concat([Buffer.from(`P5 ${info.width} ${info.height} 255\n`), data]))
}
