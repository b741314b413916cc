import { readFile } from 'node:fs/promises'

import { openImage } from './open-image'

export interface GreyImage {
  /** Brightness of every pixel, 0..255, row by row. */
  luma: Uint8Array
  width: number
  height: number
}

/** An image that we made, as grey. */
export async function readGrey(path: string, maxPixels: number): Promise<GreyImage> {
  if (path.endsWith('.pgm')) return readPgm(path)
  const { data, info } = await openImage(path, { limitInputPixels: maxPixels })
    .flatten({ background: '#ffffff' })
    .toColourspace('b-w')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  return { luma: data, width: info.width, height: info.height }
}

/** Our own grey images, which the image library does not read. */
async function readPgm(path: string): Promise<GreyImage> {
  const bytes = await readFile(path)
  const head = /^P5\s(\d+) (\d+)\s255\n/.exec(bytes.toString('latin1', 0, 40))
  if (head === null) throw new Error(`expected a grey image of ours, got another file: ${path}`)
  return { luma: bytes.subarray(head[0].length), width: Number(head[1]), height: Number(head[2]) }
}
