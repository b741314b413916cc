import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'

import { type GreyImage, readGrey } from '../../image/read-grey'
import { findLetterRows, type LetterRow } from './find-letter-rows'
import { splitOf } from './split-of'

export interface RegionJob {
  /** A frame that we made. */
  path: string
  folder: string
  /** Beginning of the names of the crops. */
  name: string
  maxPixels: number
  /** Fractions of the frame. */
  boxes: FractionBox[]
}

export interface FractionBox {
  x: number
  y: number
  width: number
  height: number
}

/** One crop: its file, the part of the frame that it shows, and how much there is to read. */
export interface Region extends FractionBox {
  path: string
  pixels: number
  letters: number
}

/** Tesseract measures large letters best and reads those of 40 pixels: small print has 20 of 1080 lines. */
const targetHeight = 90
const maxFactor = 3

/**
 * Writes one enlarged crop for each box that has rows of letters, with its letters dark on white. To look for
 * rows costs little, and reading a texture much. Runs in a pooled child.
 */
export async function cropRegions({ path, folder, name, maxPixels, boxes }: RegionJob): Promise<Region[]> {
  const frame = await readGrey(path, maxPixels)
  const regions: Region[] = []
  for (const [index, box] of boxes.entries()) {
    const area = areaOf(box, frame)
    const found = await lettersIn(frame, area)
    if (found === undefined) continue
    const file = join(folder, `${name}-${index}.pgm`)
    const { part, letters } = found
    regions.push({
      ...{ path: file, letters, pixels: await writeCrop(file, found) },
      x: (area.left + part.left) / frame.width,
      y: (area.top + part.top) / frame.height,
      width: part.width / frame.width,
      height: part.height / frame.height,
    })
  }
  return regions
}

interface Area {
  left: number
  top: number
  width: number
  height: number
}

function areaOf(box: FractionBox, { width, height }: GreyImage): Area {
  const left = Math.floor(box.x * width)
  const top = Math.floor(box.y * height)
  return {
    left,
    top,
    width: Math.max(1, Math.min(width - left, Math.ceil(box.width * width))),
    height: Math.max(1, Math.min(height - top, Math.ceil(box.height * height))),
  }
}

/** Wider than the strokes of any letter that is read. */
const groundSigma = 20
const gain = 3
/** Fainter letters are not read. */
const minDifference = 20

interface Letters {
  /** Dark on white. */
  image: Uint8Array
  width: number
  height: number
  /** The part of the image around the rows. */
  part: Area
  letters: number
  factor: number
}

/** What differs from its surroundings, to the side on which there are rows of letters. */
async function lettersIn(
  { luma, width: across, height: down }: GreyImage,
  area: Area,
): Promise<Letters | undefined> {
  const frame = { raw: { width: across, height: down, channels: 1 } } as const
  const grey = sharp(luma, frame).extract(area).toColourspace('b-w')
  const own = await grey.clone().raw({ depth: 'uchar' }).toBuffer()
  const { width, height } = area
  const shape = { raw: { width, height, channels: 1 } } as const
  const ground = await sharp(own, shape)
    .blur(groundSigma)
    .toColourspace('b-w')
    .raw({ depth: 'uchar' })
    .toBuffer()
  const sides = [1, -1].map((sign) => {
    const rise = Uint8Array.from(own, (code, at) => Math.max(0, sign * (code - (ground[at] ?? 0))))
    const limit = Math.max(minDifference, splitOf(rise))
    const mask = rise.map((difference) => (difference > limit ? 1 : 0))
    return { rise, rows: findLetterRows(mask, width, height) }
  })
  const [best] = sides.sort((a, b) => countOf(b.rows) - countOf(a.rows))
  if (best === undefined || best.rows.length === 0) return undefined
  const image = best.rise.map((difference) => Math.max(0, 255 - gain * difference))
  const heights = best.rows.map(({ letterHeight }) => letterHeight).sort((a, b) => a - b)
  const factor = Math.max(1, Math.min(maxFactor, targetHeight / (heights[0] ?? targetHeight)))
  return { image, width, height, part: around(best.rows, area), letters: countOf(best.rows), factor }
}

const countOf = (rows: readonly LetterRow[]) => rows.reduce((sum, { letters }) => sum + letters, 0)

/** The lines with a margin, as wide as the box: words at their ends may touch something. */
function around(rows: readonly LetterRow[], { width, height }: Area): Area {
  const margin = Math.max(...rows.map(({ letterHeight }) => letterHeight))
  const top = Math.max(0, Math.min(...rows.map((row) => row.top)) - margin)
  const bottom = Math.min(height, Math.max(...rows.map((row) => row.bottom)) + margin)
  return { left: 0, top, width, height: bottom - top }
}

async function writeCrop(file: string, { image, width, height, part, factor }: Letters): Promise<number> {
  const { data, info } = await sharp(image, { raw: { width, height, channels: 1 } })
    .extract(part)
    .resize(Math.round(part.width * factor), undefined, { kernel: 'cubic' })
    .toColourspace('b-w')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  await writeFile(file, Buffer.concat([Buffer.from(`P5 ${info.width} ${info.height} 255\n`), data]))
  return info.width * info.height
}
