import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'

import type { RawPicture } from './luma'

export interface WrittenPreview {
  file: string
  kind: 'picture' | 'thumbnail'
  widthPixels: number
  heightPixels: number
}

/** A report holds the picture as text, so it stays small. */
const pictureBytes = 150_000
const thumbnailPixels = 240

/** Writes the report's picture and the list's thumbnail, JPEGs on white, made from the analysed pixels. */
export async function writePreviews(picture: RawPicture, previewDir: string): Promise<WrittenPreview[]> {
  const shown = await shrink(picture, 900)
  const thumbnail = await shrink(shown, thumbnailPixels)
  const files = [
    { file: 'picture.jpg', kind: 'picture' as const, ...(await smallEnough(shown)) },
    { file: 'thumbnail.jpg', kind: 'thumbnail' as const, ...(await encode(thumbnail, 75)) },
  ]
  for (const { file, jpeg } of files) await writeFile(join(previewDir, file), jpeg)
  return files.map(({ file, kind, widthPixels, heightPixels }) => ({ file, kind, widthPixels, heightPixels }))
}

async function shrink(picture: RawPicture, pixels: number): Promise<RawPicture> {
  const shrunk = open(picture).resize(pixels, pixels, {
    fit: 'inside',
    kernel: 'cubic',
    withoutEnlargement: true,
  })
  const hasAlpha = picture.channels === 2 || picture.channels === 4
  const { data, info } = await (hasAlpha ? shrunk.flatten({ background: '#ffffff' }) : shrunk)
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height, channels: info.channels }
}

async function smallEnough(picture: RawPicture) {
  const first = await encode(picture, 80)
  if (first.jpeg.length <= pictureBytes) return first
  const second = await encode(picture, 60)
  return second.jpeg.length <= pictureBytes ? second : encode(await shrink(picture, 700), 45)
}

async function encode(picture: RawPicture, quality: number) {
  const jpeg = await open(picture).jpeg({ quality, optimiseCoding: false }).toBuffer()
  return { jpeg, widthPixels: picture.width, heightPixels: picture.height }
}

function open({ data, width, height, channels }: RawPicture): sharp.Sharp {
  if (channels !== 1 && channels !== 2 && channels !== 3 && channels !== 4)
    throw new Error(`expected 1 to 4 channels, got ${channels}`)
  return sharp(data, { raw: { width, height, channels } })
}
