import { join } from 'node:path'
import sharp from 'sharp'

import { readGrey } from '../image/read-grey'

export interface CropJob {
  /** An image that we made. */
  path: string
  folder: string
  maxPixels: number
  /** Fractions of the image. */
  boxes: { x: number; y: number; width: number; height: number }[]
}

/** Tesseract reads capitals of about 40 pixels best; a box includes ascenders and descenders. */
const targetHeight = 64
const [minFactor, maxFactor] = [0.5, 4]
const marginShare = 0.18
/** Pixels around the crop. */
const frame = 20
const middleGrey = 128

/**
 * Writes one enlarged crop for each box, dark on light with an even margin, and returns their paths. Runs in
 * a pooled child.
 */
export async function cropWords({ path, folder, maxPixels, boxes }: CropJob): Promise<string[]> {
  const { luma, width, height } = await readGrey(path, maxPixels)
  const paths: string[] = []
  for (const [index, box] of boxes.entries()) {
    const lineHeight = box.height * height
    const margin = Math.max(2, lineHeight * marginShare)
    const left = Math.max(0, Math.floor(box.x * width - margin))
    const top = Math.max(0, Math.floor(box.y * height - margin))
    const right = Math.min(width, Math.ceil((box.x + box.width) * width + margin))
    const bottom = Math.min(height, Math.ceil((box.y + box.height) * height + margin))
    const area = { left, top, width: right - left, height: bottom - top }
    const cut = await sharp(luma, { raw: { width, height, channels: 1 } })
      .extract(area)
      .negate(borderMean(luma, width, area) < middleGrey)
      .toColourspace('b-w')
      .raw({ depth: 'uchar' })
      .toBuffer()
    const crop = join(folder, `word-${index}.png`)
    const factor = Math.min(maxFactor, Math.max(minFactor, targetHeight / lineHeight))
    await sharp(cut, { raw: { width: area.width, height: area.height, channels: 1 } })
      .resize(Math.max(1, Math.round(area.width * factor)), undefined, { kernel: 'cubic' })
      .normalise()
      .extend({ top: frame, bottom: frame, left: frame, right: frame, extendWith: 'copy' })
      .toColourspace('b-w')
      .png({ compressionLevel: 1 })
      .toFile(crop)
    paths.push(crop)
  }
  return paths
}

interface Area {
  left: number
  top: number
  width: number
  height: number
}

/** The background shows at the upper and the lower edge. */
function borderMean(luma: Uint8Array, stride: number, { left, top, width, height }: Area): number {
  let sum = 0
  for (const y of [top, top + height - 1])
    for (let x = left; x < left + width; x++) sum += luma[y * stride + x] ?? 0
  return sum / (2 * width)
}
