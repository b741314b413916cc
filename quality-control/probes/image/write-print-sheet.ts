import { writeFile } from 'node:fs/promises'
import sharp from 'sharp'

import { rethrowAccident } from '../host-accident'
import type { PrintArea } from '../text/find-small-print'
import { decodeParts, type DetailSource, inPixels } from './cut-details'

export interface SheetJob extends DetailSource {
  sheetPath: string
  areas: PrintArea[]
}

/** One grey image with all areas, one below the other. `top`, `width` and `height` in its pixels. */
export interface PrintSheet {
  width: number
  height: number
  places: { top: number; width: number; height: number; area: PrintArea }[]
}

const gapPixels = 40
const middleGrey = 128

/**
 * Writes the areas from the pixels of the source, dark on light, for OCR. Runs in a pooled child. Undefined
 * when the image cannot be decoded.
 */
export async function writePrintSheet({
  sheetPath,
  areas,
  ...source
}: SheetJob): Promise<PrintSheet | undefined> {
  try {
    const crops = []
    const parts = areas.map((area) => inPixels(area, source))
    for (const { crop, box } of await decodeParts(source, parts)) {
      const { data, info } = await crop
        .toColourspace('b-w')
        .raw({ depth: 'uchar' })
        .toBuffer({ resolveWithObject: true })
      const isDark = data.reduce((sum, value) => sum + value, 0) / data.length < middleGrey
      if (isDark) for (const [index, value] of data.entries()) data[index] = 255 - value
      crops.push({ data, info, box })
    }
    if (crops.length === 0) return undefined
    return await stack(sheetPath, crops)
  } catch (error) {
    rethrowAccident(error)
    return undefined
  }
}

interface Crop {
  data: Buffer
  info: { width: number; height: number }
  box: PrintArea
}

async function stack(sheetPath: string, crops: readonly Crop[]): Promise<PrintSheet> {
  const width = Math.max(...crops.map(({ info }) => info.width))
  const height = crops.reduce((sum, { info }) => sum + info.height + gapPixels, gapPixels)
  let top = gapPixels
  const placed = crops.map(({ data, info, box }) => {
    const place = { top, width: info.width, height: info.height, area: box }
    top += info.height + gapPixels
    return { place, layer: { input: data, raw: { ...info, channels: 1 as const }, left: 0, top: place.top } }
  })
  const sheet = sharp({ create: { width, height, channels: 3, background: '#ffffff' } })
  const grey = await sheet
    .composite(placed.map(({ layer }) => layer))
    .toColourspace('b-w')
    .raw()
    .toBuffer()
  await writeFile(sheetPath, Buffer.concat([Buffer.from(`P5 ${width} ${height} 255\n`), grey]))
  return { width, height, places: placed.map(({ place }) => place) }
}
