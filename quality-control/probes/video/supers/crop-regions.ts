import { join } from 'node:path'
import sharp from 'sharp'

import { readGrey } from '../../image/read-grey'

export interface RegionJob {
  /** A frame that we made. */
  path: string
  folder: string
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

/** One crop: its file, and the part of the frame that it shows. */
export interface Region extends FractionBox {
  path: string
}

/** Tesseract reads capitals of about 40 pixels best: small print has 20 of 1080 lines. */
const targetLines = 2160
const maxFactor = 3

/** Writes one enlarged crop for each box, with its letters dark on white. Runs in a pooled child. */
export async function cropRegions({ path, folder, maxPixels, boxes }: RegionJob): Promise<Region[]> {
  const { luma, width, height } = await readGrey(path, maxPixels)
  const factor = Math.min(maxFactor, Math.max(1, targetLines / Math.min(width, height)))
  const regions: Region[] = []
  for (const [index, box] of boxes.entries()) {
    const left = Math.floor(box.x * width)
    const top = Math.floor(box.y * height)
    const area = {
      left,
      top,
      width: Math.max(1, Math.min(width - left, Math.ceil(box.width * width))),
      height: Math.max(1, Math.min(height - top, Math.ceil(box.height * height))),
    }
    const file = join(folder, `region-${index}.png`)
    const cut = await sharp(luma, { raw: { width, height, channels: 1 } })
      .extract(area)
      .resize(Math.round(area.width * factor), undefined, { kernel: 'cubic' })
      .toColourspace('b-w')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true })
    const shape = { width: cut.info.width, height: cut.info.height, channels: 1 } as const
    const ground = await sharp(cut.data, { raw: shape })
      .blur(groundSigma)
      .toColourspace('b-w')
      .raw({ depth: 'uchar' })
      .toBuffer()
    await sharp(darkOnWhite(cut.data, ground), { raw: shape })
      .toColourspace('b-w')
      .png({ compressionLevel: 1 })
      .toFile(file)
    regions.push({
      path: file,
      x: left / width,
      y: top / height,
      width: area.width / width,
      height: area.height / height,
    })
  }
  return regions
}

/** Wider than the strokes of any letter that is read. */
const groundSigma = 40
const gain = 3

/**
 * Letters as dark strokes on white, whatever the image behind them: what differs from its surroundings, to
 * the side that less of it does.
 */
function darkOnWhite(luma: Buffer, ground: Buffer): Buffer {
  let skew = 0
  for (let at = 0; at < luma.length; at++) skew += ((luma[at] ?? 0) - (ground[at] ?? 0)) ** 3
  const sign = skew > 0 ? -gain : gain
  return Buffer.from(
    luma.map((code, at) => Math.max(0, Math.min(255, 255 + sign * (code - (ground[at] ?? 0))))),
  )
}
