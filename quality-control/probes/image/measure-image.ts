import { writeFile } from 'node:fs/promises'
import sharp from 'sharp'

import type { ImageFacts } from '../../facts/image'
import type { IntegrityFacts, PrivacyFacts } from '../../facts/file'
import type { CodeFacts } from '../../facts/text'
import { findSmallPrint, type PrintArea } from '../text/find-small-print'
import { mayHoldText } from '../text/may-hold-text'
import { findCodes } from '../text/read-codes'
import type { DetailSource } from './cut-details'
import { type Decoded, decodeImage } from './decode-image'
import { measureAnimation } from './measure-animation'
import { isOtherThumbnail } from './other-thumbnail'
import { lumaOf } from './luma'
import { measurePixels } from './measure-pixels'
import type { RawImage } from './luma'
import type { GreyImage } from './read-grey'
import { openSource } from './stand-in/open-source'
import type { StandIn } from './stand-in/prepare-stand-in'
import { writePreviews } from './write-previews'
import type { WrittenPreview } from './write-previews'

export interface ImageJob {
  path: string
  /** The detected type, one of `decodableTypes`. */
  type: string
  previewDir: string
  maxPixels: number
  /** For a whole file of any format; an image of a PDF needs none. */
  standIn?: StandIn
  wantsCodes: boolean
  /** Where the grey image for OCR goes; absent when no text is wanted. */
  ocrPath?: string
}

export interface ImageAnswer {
  /** Absent when not even the header can be read. */
  image?: ImageFacts
  privacy?: PrivacyFacts
  integrity: IntegrityFacts
  /** No decoder here knows this variant of the format: completes "A HEIC image …". */
  unsupported?: string
  codes?: CodeFacts['codes']
  previews: WrittenPreview[]
  /** For close-ups; absent when nothing can be shown. */
  shown?: DetailSource
  /** Whether the image for OCR was written; `none` when no text can be in it. Absent when none is wanted. */
  text?: 'to read' | 'none'
  /** Where the reduced image has lines that OCR can read only in the pixels of the file. */
  smallPrint?: PrintArea[]
}

/**
 * Measures one image from one decode. Runs in a pooled child. Reads the header first: an image of more than
 * `maxPixels` is not decoded but reported.
 */
export async function measureImage(job: ImageJob): Promise<ImageAnswer> {
  const source = await openSource(job)
  if ('unsupported' in source) return { ...unreadable(source.unsupported), unsupported: source.unsupported }
  if ('error' in source) return unreadable(source.error)
  const { image, privacy, errors } = source.header
  const tooLarge = sizeProblem(image, job.maxPixels)
  if (tooLarge !== undefined) return { ...unreadable(tooLarge), image, privacy }
  const measured = await measureAnimation(job.path, source.header, job.maxPixels, job.standIn?.framesPath)
  const pixels = await source.pixels()
  const decoded: Decoded =
    pixels.path === undefined
      ? { errors: [] }
      : await decodeImage(pixels.path, measured.page, image.hasAlphaChannel)
  const integrity = integrityOf(
    [...(job.standIn?.errors ?? []), ...errors, ...measured.errors, ...pixels.errors, ...decoded.errors],
    decoded.image !== undefined,
  )
  const facts = { ...image, animation: measured.animation }
  if (decoded.image === undefined) return { image: facts, privacy, integrity, previews: [] }
  const isReduced =
    image.widthPixels * image.heightPixels > minReduction * decoded.image.width * decoded.image.height
  const { background, ...seen } = await lookAt(decoded.image, job, isReduced)
  const { thumbnail } = source.header
  const isOther = thumbnail !== undefined && (await isOtherThumbnail(thumbnail, decoded.image))
  const traces = isOther ? { ...privacy, hasOtherThumbnail: true } : privacy
  const { widthPixels: width, heightPixels: height, hasAlphaChannel: hasAlpha } = image
  const shown = { path: pixels.path ?? job.path, page: measured.page, width, height, hasAlpha, background }
  return { ...seen, shown, image: { ...facts, pixels: seen.pixels }, privacy: traces, integrity }
}

/** Pixels of the file for one of the measured image: letters gain less than a fifth of their height below. */
const minReduction = 1.4

async function lookAt(image: RawImage, job: ImageJob, isReduced: boolean) {
  const { width, height } = image
  const { pixels, background } = measurePixels(image)
  const { wantsCodes, ocrPath } = job
  const isRead = wantsCodes || ocrPath !== undefined
  const grey = isRead ? { luma: lumaOf(image, background), width, height } : undefined
  const codes = grey !== undefined && wantsCodes ? await findCodes(grey) : undefined
  const text = grey !== undefined && ocrPath !== undefined ? await prepareOcr(ocrPath, grey) : undefined
  const smallPrint = isReduced && text === 'to read' && grey !== undefined ? findSmallPrint(grey) : []
  const previews = await writePreviews(image, job.previewDir, background)
  return { pixels, codes, previews, text, smallPrint, background }
}

function sizeProblem({ widthPixels, heightPixels }: ImageFacts, maxPixels: number): string | undefined {
  if (widthPixels * heightPixels <= maxPixels) return undefined
  const millions = (pixels: number) => `${Math.round(pixels / 1e6)} million`
  const size = `${widthPixels} × ${heightPixels} = ${millions(widthPixels * heightPixels)} pixels`
  return `The image has ${size}; at most ${millions(maxPixels)} are decoded.`
}

function unreadable(error: string): ImageAnswer {
  return { integrity: integrityOf([error], false), previews: [] }
}

const maxErrors = 10

function integrityOf(errors: string[], isDecodable: boolean): IntegrityFacts {
  const distinct = [...new Set(errors.map(cleanError))]
  return { isDecodable, errorCount: distinct.length, errors: distinct.slice(0, maxErrors) }
}

/** Some decoder messages contain our local path, which means nothing to the client. */
function cleanError(message: string): string {
  return message
    .replace(/(?:\/[^\s:]+)+/g, 'the file')
    .trim()
    .slice(0, 200)
}

/** Small print in a small image is below what OCR can read, so it is enlarged, at most three times. */
async function prepareOcr(path: string, grey: GreyImage): Promise<'to read' | 'none'> {
  if (!mayHoldText(grey)) return 'none'
  const { luma, width, height } = grey
  const factor = Math.min(3, 1500 / Math.max(width, height))
  const image = sharp(luma, { raw: { width, height, channels: 1 } })
  const large = factor < 1.2 ? image : image.resize(Math.round(width * factor))
  const { data, info } = await large.toColourspace('b-w').raw().toBuffer({ resolveWithObject: true })
  await writeFile(path, Buffer.concat([Buffer.from(`P5 ${info.width} ${info.height} 255\n`), data]))
  return 'to read'
}
