import sharp from 'sharp'

import { lumaOf, type RawImage } from './luma'
import { openThumbnail } from './open-image'

/** Both are compared at this size, whatever their shapes. */
const side = 48
/** Sharpening, tone curves and strong compression leave more than 0.9. */
const minCorrelation = 0.6
/** Levels of standard deviation: a flat image has nothing to compare. */
const minDeviation = 6

/**
 * Whether the thumbnail in the metadata shows something else than the image: editors that crop or cover
 * something sometimes keep the old one. Cameras add bars to fit 4:3, and store it turned like the pixels.
 */
export async function isOtherThumbnail(thumbnail: Buffer, image: RawImage): Promise<boolean> {
  try {
    const shown = await smallGrey(image, { width: image.width, height: image.height })
    if (deviationOf(shown) < minDeviation) return false
    const decoded = await decode(thumbnail)
    for (const degrees of [0, 90, 180, 270]) {
      const turned = await turn(decoded, degrees)
      for (const shape of [turned, image]) {
        const small = await smallGrey(turned, insideOf(turned, shape))
        if (deviationOf(small) < minDeviation || correlation(shown, small) >= minCorrelation) return false
      }
    }
    return true
  } catch {
    // A thumbnail that does not decode shows nothing.
    return false
  }
}

async function decode(thumbnail: Buffer): Promise<RawImage> {
  const { data, info } = await openThumbnail(thumbnail)
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height, channels: info.channels }
}

function raw({ data, width, height, channels }: RawImage): sharp.Sharp {
  if (channels !== 1 && channels !== 2 && channels !== 3 && channels !== 4)
    throw new Error(`expected 1 to 4 channels, got ${channels}`)
  return sharp(data, { raw: { width, height, channels } })
}

async function turn(image: RawImage, degrees: number): Promise<RawImage> {
  const { data, info } = await raw(image).rotate(degrees).raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height, channels: info.channels }
}

interface Size {
  width: number
  height: number
}

/** The largest part in the middle that has the shape of the other one: without the bars. */
function insideOf({ width, height }: Size, shape: Size): Size {
  const ratio = shape.width / shape.height
  return {
    width: Math.max(1, Math.min(width, Math.round(height * ratio))),
    height: Math.max(1, Math.min(height, Math.round(width / ratio))),
  }
}

async function smallGrey(image: RawImage, part: Size): Promise<Uint8Array> {
  const left = Math.floor((image.width - part.width) / 2)
  const top = Math.floor((image.height - part.height) / 2)
  const { data, info } = await raw(image)
    .extract({ left, top, ...part })
    .resize(side, side, { fit: 'fill' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return lumaOf({ data, width: info.width, height: info.height, channels: info.channels })
}

function meanOf(values: Uint8Array): number {
  let sum = 0
  for (const value of values) sum += value
  return sum / values.length
}

function deviationOf(values: Uint8Array): number {
  return Math.sqrt(covariance(values, values))
}

function covariance(one: Uint8Array, other: Uint8Array): number {
  const [meanOne, meanOther] = [meanOf(one), meanOf(other)]
  let sum = 0
  for (const [at, value] of one.entries()) sum += (value - meanOne) * ((other[at] ?? 0) - meanOther)
  return sum / one.length
}

function correlation(one: Uint8Array, other: Uint8Array): number {
  return covariance(one, other) / (deviationOf(one) * deviationOf(other))
}
