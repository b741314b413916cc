import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import type * as Reader from 'zxing-wasm/reader'

import type { CodeFacts } from '../../facts/text'
import { type GreyImage, readGrey } from '../image/read-grey'
import { mayHoldCode } from './may-hold-text'

type Code = CodeFacts['codes'][number]

/** Codes in an image that we made (a page, a frame) of at most `maxPixels`. Runs in a pooled child. */
export async function readCodes({ path, maxPixels }: { path: string; maxPixels: number }): Promise<Code[]> {
  return findCodes(await readGrey(path, maxPixels))
}

const maxCodes = 20
const maxCharacters = 2000

/** Finds QR codes, Data Matrix, Aztec, PDF417 and the usual bar codes. Boxes as fractions of the image. */
export async function findCodes(image: GreyImage): Promise<Code[]> {
  if (!mayHoldCode(image)) return []
  const { luma, width, height } = image
  const { readBarcodes } = await reader()
  const data = await sharp(luma, { raw: { width, height, channels: 1 } })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer()
  const found = await readBarcodes(
    {
      data: new Uint8ClampedArray(data.buffer, data.byteOffset, data.length),
      width,
      height,
      colorSpace: 'srgb',
    },
    { tryHarder: true, maxNumberOfSymbols: maxCodes },
  )
  return found
    .filter(({ isValid }) => isValid)
    .map(({ format, text, position }) => {
      const corners = [position.topLeft, position.topRight, position.bottomRight, position.bottomLeft]
      const xs = corners.map(({ x }) => x / width)
      const ys = corners.map(({ y }) => y / height)
      const [x, y] = [Math.min(...xs), Math.min(...ys)]
      return {
        format,
        text: text.slice(0, maxCharacters),
        page: 1,
        x,
        y,
        width: Math.max(...xs) - x,
        height: Math.max(...ys) - y,
      }
    })
}

let prepared: Promise<typeof Reader> | undefined

/** Loaded at first use, with the WebAssembly of its own package: by default the library downloads it. */
function reader(): Promise<typeof Reader> {
  prepared ??= prepare()
  return prepared
}

async function prepare() {
  const library = await import('zxing-wasm/reader')
  const wasm = await readFile(require.resolve('zxing-wasm/reader/zxing_reader.wasm'))
  const wasmBinary = wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.length)
  await library.prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true })
  return library
}
