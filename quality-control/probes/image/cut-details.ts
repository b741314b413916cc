import { join } from 'node:path'
import sharp from 'sharp'

import { surroundings } from '../../surroundings'
import { rethrowAccident } from '../host-accident'
import type { Background } from './luma'
import { openImage } from './open-image'

/** The file with the pixels, its page, and its size as shown: turned by the EXIF orientation. */
export interface DetailSource {
  path: string
  page: number
  width: number
  height: number
  hasAlpha: boolean
  background: Background
}

export interface DetailJob extends DetailSource {
  previewDir: string
  /** Fractions of the image as shown. */
  areas: Part[]
}

export interface WrittenDetail {
  file: string
  widthPixels: number
  heightPixels: number
  /** Fractions of the image as shown. */
  box: Part
}

type Part = ReturnType<typeof surroundings>

/** The part of the image that holds all areas is decoded once; a larger one is reduced. */
const maxPixels = 24_000_000
/** Three pixels of the file for one of the report. */
const [maxWidth, maxHeight] = [1260, 450]

/**
 * Writes a close-up of each area from the pixels of the source, a JPEG of some ten kilobytes. Runs in a
 * pooled child. None when the image cannot be decoded: a report does without.
 */
export async function cutDetails(job: DetailJob): Promise<WrittenDetail[]> {
  try {
    return await cut(job)
  } catch (error) {
    rethrowAccident(error)
    return []
  }
}

async function cut({ areas, previewDir, ...source }: DetailJob): Promise<WrittenDetail[]> {
  const parts = areas.map((area) => surroundings(inPixels(area, source), source))
  const written: WrittenDetail[] = []
  for (const [index, { crop, box }] of (await decodeParts(source, parts)).entries()) {
    const file = `detail-${index + 1}.jpg`
    const size = await crop
      .resize(maxWidth, maxHeight, { fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 78 })
      .toFile(join(previewDir, file))
    written.push({ file, widthPixels: size.width, heightPixels: size.height, box })
  }
  return written
}

/**
 * Parts of the image, given in its pixels, from one decode; `box` in fractions of it. Empty for an image with
 * spot colours.
 */
export async function decodeParts(
  source: DetailSource,
  parts: readonly Part[],
): Promise<{ crop: sharp.Sharp; box: Part }[]> {
  const whole = rounded(union(parts), source)
  const factor = Math.min(1, Math.sqrt(maxPixels / (whole.width * whole.height)))
  const { data, info } = await decode(source, whole, factor)
  const { width, height, channels } = info
  if (channels !== 1 && channels !== 3) return []
  return parts.map((part) => {
    const moved = { ...part, x: part.x - whole.left, y: part.y - whole.top }
    const inside = rounded(scaled(moved, factor), info)
    const shown = scaled({ ...inside, x: inside.left, y: inside.top }, 1 / factor)
    const box = shareOf({ ...shown, x: shown.x + whole.left, y: shown.y + whole.top }, source)
    return { crop: sharp(data, { raw: { width, height, channels } }).extract(inside), box }
  })
}

interface Region {
  left: number
  top: number
  width: number
  height: number
}

async function decode({ path, page, hasAlpha, background }: DetailSource, region: Region, factor: number) {
  const image = openImage(path, { failOn: 'none', limitInputPixels: false, page }).rotate().extract(region)
  const reduced = factor < 1 ? image.resize(Math.max(1, Math.round(region.width * factor))) : image
  const shown = hasAlpha
    ? reduced.flatten({ background: background === 255 ? '#ffffff' : '#000000' })
    : reduced
  return shown.toColourspace('srgb').raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true })
}

interface Size {
  width: number
  height: number
}

export const inPixels = ({ x, y, width, height }: Part, whole: Size): Part => ({
  x: x * whole.width,
  y: y * whole.height,
  width: width * whole.width,
  height: height * whole.height,
})

const shareOf = (part: Part, { width, height }: Size): Part =>
  inPixels(part, { width: 1 / width, height: 1 / height })

const scaled = (part: Part, factor: number): Part => inPixels(part, { width: factor, height: factor })

function union(parts: readonly Part[]): Part {
  const [x, y] = [Math.min(...parts.map((part) => part.x)), Math.min(...parts.map((part) => part.y))]
  const right = Math.max(...parts.map((part) => part.x + part.width))
  const bottom = Math.max(...parts.map((part) => part.y + part.height))
  return { x, y, width: right - x, height: bottom - y }
}

function rounded({ x, y, width, height }: Part, whole: { width: number; height: number }): Region {
  const left = Math.min(whole.width - 1, Math.max(0, Math.floor(x)))
  const top = Math.min(whole.height - 1, Math.max(0, Math.floor(y)))
  return {
    ...{ left, top },
    width: Math.max(1, Math.min(whole.width, Math.ceil(x + width)) - left),
    height: Math.max(1, Math.min(whole.height, Math.ceil(y + height)) - top),
  }
}
