import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'

import type { RawPicture } from './measure-pixels'

export interface WrittenPreview {
  file: string
  kind: 'picture' | 'thumbnail'
  widthPixels: number
  heightPixels: number
}

/** A report holds the picture as text, so it stays small. */
const pictureBytes = 150_000
const sizes = [
  { pixels: 900, quality: 80 },
  { pixels: 900, quality: 60 },
  { pixels: 700, quality: 50 },
]
const thumbnailPixels = 240

/** Writes the report's picture and the list's thumbnail, JPEGs on white, made from the analysed pixels. */
export async function writePreviews(picture: RawPicture, previewDir: string): Promise<WrittenPreview[]> {
  const large = await pictureWithin(picture)
  const small = await jpegOf(picture, { pixels: thumbnailPixels, quality: 75 })
  const written = [
    { file: 'picture.jpg', kind: 'picture' as const, ...large },
    { file: 'thumbnail.jpg', kind: 'thumbnail' as const, ...small },
  ]
  for (const { file, data } of written) await writeFile(join(previewDir, file), data)
  return written.map(({ file, kind, widthPixels, heightPixels }) => ({ file, kind, widthPixels, heightPixels }))
}

async function pictureWithin(picture: RawPicture) {
  let jpeg = await jpegOf(picture, sizes[0])
  for (const size of sizes.slice(1)) {
    if (jpeg.data.length <= pictureBytes) return jpeg
    jpeg = await jpegOf(picture, size)
  }
  return jpeg
}

async function jpegOf({ data, width, height, channels }: RawPicture, { pixels, quality } = { pixels: 900, quality: 80 }) {
  const raw = { width, height, channels: channelsOf(channels) }
  const jpeg = await sharp(data, { raw })
    .resize(pixels, pixels, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality })
    .toBuffer({ resolveWithObject: true })
  return { data: jpeg.data, widthPixels: jpeg.info.width, heightPixels: jpeg.info.height }
}

function channelsOf(channels: number): 1 | 2 | 3 | 4 {
  if (channels === 1 || channels === 2 || channels === 3 || channels === 4) return channels
  throw new Error(`expected 1 to 4 channels, got ${channels}`)
}
