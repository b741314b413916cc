import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'

import type { Background, RawImage } from './luma'

export interface WrittenPreview {
  file: string
  kind: 'image' | 'thumbnail'
  widthPixels: number
  heightPixels: number
}

/** The report embeds the image as text, so it must stay small. */
const imageBytes = 150_000
const thumbnailPixels = 240

/** Writes the report's image and the thumbnail as JPEGs, on the background that shows more. */
export async function writePreviews(
  image: RawImage,
  previewDir: string,
  background: Background,
): Promise<WrittenPreview[]> {
  const shown = await shrink(image, 900, background)
  const thumbnail = await shrink(shown, thumbnailPixels)
  const files = [
    { file: 'image.jpg', kind: 'image' as const, ...(await smallEnough(shown)) },
    { file: 'thumbnail.jpg', kind: 'thumbnail' as const, ...(await encode(thumbnail, 75)) },
  ]
  for (const { file, jpeg } of files) await writeFile(join(previewDir, file), jpeg)
  return files.map(({ file, kind, widthPixels, heightPixels }) => ({ file, kind, widthPixels, heightPixels }))
}

async function shrink(image: RawImage, pixels: number, background: Background = 255): Promise<RawImage> {
  const shrunk = open(image).resize(pixels, pixels, {
    fit: 'inside',
    kernel: 'cubic',
    withoutEnlargement: true,
  })
  const hasAlpha = image.channels === 2 || image.channels === 4
  const { data, info } = await (
    hasAlpha ? shrunk.flatten({ background: background === 255 ? '#ffffff' : '#000000' }) : shrunk
  )
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height, channels: info.channels }
}

async function smallEnough(image: RawImage) {
  const first = await encode(image, 80)
  if (first.jpeg.length <= imageBytes) return first
  const second = await encode(image, 60)
  return second.jpeg.length <= imageBytes ? second : encode(await shrink(image, 700), 45)
}

async function encode(image: RawImage, quality: number) {
  const jpeg = await open(image).jpeg({ quality, optimiseCoding: false }).toBuffer()
  return { jpeg, widthPixels: image.width, heightPixels: image.height }
}

function open({ data, width, height, channels }: RawImage): sharp.Sharp {
  if (channels !== 1 && channels !== 2 && channels !== 3 && channels !== 4)
    throw new Error(`expected 1 to 4 channels, got ${channels}`)
  return sharp(data, { raw: { width, height, channels } })
}
