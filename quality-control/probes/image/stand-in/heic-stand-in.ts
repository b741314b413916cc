import { readFileSync } from 'node:fs'

import { writeTiff } from './write-tiff'

/**
 * Decodes the primary image of a HEIC, as shown, to 8-bit RGBA and writes it as a TIFF. libheif as
 * WebAssembly, because the image library has no decoder for HEVC. Throws an Error with its reason.
 */
export async function writeHeicStandIn(
  path: string,
  target: string,
  { hasAlpha, icc }: { hasAlpha: boolean; icc?: Buffer },
): Promise<void> {
  // Loaded on first use: it compiles for 150 ms.
  const { default: libheif } = await import('libheif-js/wasm-bundle.js')
  const images = new libheif.HeifDecoder().decode(readFileSync(path))
  const primary = images.find((image) => image.is_primary()) ?? images[0]
  if (primary === undefined) throw new Error('no image in the file can be decoded')
  const [width, height] = [primary.get_width(), primary.get_height()]
  const pixels = await shown(primary, width, height)
  for (const image of images) image.free()
  const samples = hasAlpha ? 4 : 3
  writeTiff(
    target,
    {
      widthPixels: width,
      heightPixels: height,
      bitsPerSample: 8,
      samples,
      photometric: 2,
      hasAlpha,
      isPlanar: false,
      isPackBits: false,
      icc,
    },
    rowsOf(pixels, width, height, samples),
  )
}

interface Displayed {
  display: (
    target: { data: Uint8ClampedArray; width: number; height: number },
    done: (result: unknown) => void,
  ) => void
}

async function shown(image: Displayed, width: number, height: number): Promise<Buffer> {
  const data = new Uint8ClampedArray(width * height * 4)
  const result = await new Promise((resolve) => image.display({ data, width, height }, resolve))
  if (result === null) throw new Error('the image in the file cannot be decoded')
  return Buffer.from(data.buffer)
}

function* rowsOf(rgba: Buffer, width: number, height: number, samples: number) {
  for (let y = 0; y < height; y++) {
    const row = rgba.subarray(y * width * 4, (y + 1) * width * 4)
    yield samples === 4 ? row : withoutAlpha(row, width)
  }
}

function withoutAlpha(row: Buffer, width: number): Buffer {
  const rgb = Buffer.alloc(width * 3)
  for (let x = 0; x < width; x++) row.copy(rgb, x * 3, x * 4, x * 4 + 3)
  return rgb
}
