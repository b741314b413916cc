import type { RawImage } from './luma'
import { openImage } from './open-image'

/** The longer side of the measured image: figures of two images compare only at one size. */
const measuredPixels = 1500

export interface Decoded {
  /** Absent when nothing can be shown. */
  image?: RawImage
  /** The decoder's error messages. */
  errors: string[]
}

/**
 * Decodes one page, in its shown orientation, to at most 1500 px, as 8-bit sRGB with its alpha. Decodes
 * strictly first; an image that fails is decoded again leniently, so that a damaged image still gets a
 * preview.
 */
export async function decodeImage(path: string, page: number, hasAlpha: boolean): Promise<Decoded> {
  try {
    return { image: shownChannels(await decode(path, page, 'warning'), hasAlpha), errors: [] }
  } catch (error) {
    const errors = damageIn(error)
    const decoded = errors.length > 0 ? { errors } : await decodeAnyway(path, page)
    const image = decoded.image ?? (await decodeLeniently(path, page))
    return { image: image && shownChannels(image, hasAlpha), errors: decoded.errors }
  }
}

/** The decoder stopped at a harmless remark: goes on behind it, for there may be damage. */
async function decodeAnyway(path: string, page: number): Promise<Decoded> {
  try {
    return { image: await decode(path, page, 'error'), errors: [] }
  } catch (error) {
    const errors = damageIn(error)
    return { errors: errors.length > 0 ? errors : ['the image cannot be decoded'] }
  }
}

async function decodeLeniently(path: string, page: number): Promise<RawImage | undefined> {
  try {
    return await decode(path, page, 'none')
  } catch {
    return undefined
  }
}

async function decode(path: string, page: number, failOn: 'none' | 'error' | 'warning'): Promise<RawImage> {
  const { data, info } = await openImage(path, { failOn, page, limitInputPixels: false })
    .rotate()
    .resize(measuredPixels, measuredPixels, { fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height, channels: info.channels }
}

/** Removes the invisible channels: spot colours and selections follow the colours and the alpha. */
function shownChannels({ data, width, height, channels }: RawImage, hasAlpha: boolean): RawImage {
  const shown = (channels < 3 ? 1 : 3) + (hasAlpha ? 1 : 0)
  if (channels <= shown) return { data, width, height, channels }
  const picked = Buffer.alloc(width * height * shown)
  for (let pixel = 0; pixel < width * height; pixel++)
    data.copy(picked, pixel * shown, pixel * channels, pixel * channels + shown)
  return { data: picked, width, height, channels: shown }
}

/**
 * Messages about files that every viewer shows completely: extra bytes before the end or between the parts of
 * a header (quantisation tables, frame, application data, comments), odd but ignored tags and profiles, a
 * list of pages that leads back to its beginning.
 */
const harmless = [
  /extraneous bytes before marker 0x(?:d9|db|c[0-2]|e[0-9a-f]|fe)/,
  /^Tag \w+ entry count is/,
  /IFD looping/,
  // What the library adds to the message that it stopped at.
  /^Warning treated as error/,
  /^error in tile/,
  /known incorrect sRGB profile/,
  /unknown field with tag/i,
  /profile incompatible/,
]

/** The decoder's messages, each once, without the harmless ones. */
export function damageIn(error: unknown): string[] {
  const lines = (error instanceof Error ? error.message : String(error))
    .split('\n')
    .map((line) => line.trim())
  return lines.filter((line) => line !== '' && !harmless.some((pattern) => pattern.test(line)))
}
