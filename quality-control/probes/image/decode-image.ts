import type { RawImage } from './luma'
import { openImage } from './open-image'

/**
 * The longer side of the image that everything is measured on: figures of two images can only be compared
 * at one size.
 */
const measuredPixels = 1500

export interface Decoded {
  /** Absent when nothing can be shown. */
  image?: RawImage
  /** What the decoder complained about. */
  errors: string[]
}

/**
 * Decodes one page, turned as it is shown, to at most 1500 px, as 8-bit sRGB with the alpha it has. Strictly
 * at first; only what fails that is decoded again, leniently, so that a damaged image can still be looked
 * at.
 */
export async function decodeImage(path: string, page: number, hasAlpha: boolean): Promise<Decoded> {
  try {
    return { image: shownChannels(await decode(path, page, 'warning'), hasAlpha), errors: [] }
  } catch (error) {
    const errors = damageIn(error)
    const image = await decodeLeniently(path, page)
    return { image: image && shownChannels(image, hasAlpha), errors }
  }
}

async function decodeLeniently(path: string, page: number): Promise<RawImage | undefined> {
  try {
    return await decode(path, page, 'none')
  } catch {
    return undefined
  }
}

async function decode(path: string, page: number, failOn: 'none' | 'warning'): Promise<RawImage> {
  const { data, info } = await openImage(path, { failOn, page, limitInputPixels: false })
    .rotate()
    .resize(measuredPixels, measuredPixels, { fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height, channels: info.channels }
}

/**
 * Without the channels that nobody sees: spot colours and selections stand behind the colours and the alpha.
 */
function shownChannels({ data, width, height, channels }: RawImage, hasAlpha: boolean): RawImage {
  const shown = (channels < 3 ? 1 : 3) + (hasAlpha ? 1 : 0)
  if (channels <= shown) return { data, width, height, channels }
  const picked = Buffer.alloc(width * height * shown)
  for (let pixel = 0; pixel < width * height; pixel++)
    data.copy(picked, pixel * shown, pixel * channels, pixel * channels + shown)
  return { data: picked, width, height, channels: shown }
}

/**
 * Complaints about files that every viewer shows whole: left-over bytes before the end, odd but ignored tags
 * and profiles.
 */
const harmless = [
  /extraneous bytes before marker 0xd9/,
  /known incorrect sRGB profile/,
  /unknown field with tag/i,
  /profile incompatible/,
]

/** The decoder's complaints, one each, without the harmless ones. */
export function damageIn(error: unknown): string[] {
  const lines = (error instanceof Error ? error.message : String(error))
    .split('\n')
    .map((line) => line.trim())
  return lines.filter((line) => line !== '' && !harmless.some((pattern) => pattern.test(line)))
}
