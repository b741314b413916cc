import { copyFileSync, openSync, closeSync, writeSync } from 'node:fs'

import { openImage } from '../open-image'
import type { ByteReader } from '../tiff-directory'
import { writeTiff } from './write-tiff'

/** Where a directory entry's tag or value is, in a TIFF with 8-bit CIELAB pixels. */
export interface LabTiff {
  photometricAt: number
  profileTagAt?: number
  isLittle: boolean
}

/** Finds an 8-bit CIELAB TIFF (TIFF 6.0, section 23), which the image library misreads. */
export function findLabTiff(read: ByteReader): LabTiff | undefined {
  const head = read(0, 8)
  const isLittle = head.toString('latin1', 0, 2) === 'II'
  const short = (at: number) => {
    const bytes = read(at, 2)
    return bytes.length < 2 ? 0 : isLittle ? bytes.readUInt16LE() : bytes.readUInt16BE()
  }
  if (head.length < 8 || short(2) !== 42) return undefined
  const directory = isLittle ? head.readUInt32LE(4) : head.readUInt32BE(4)
  const entries = new Map<number, number>()
  for (let index = 0; index < Math.min(short(directory), 200); index++) {
    const at = directory + 2 + index * 12
    entries.set(short(at), at)
  }
  const photometric = entries.get(262)
  const bits = entries.get(258)
  if (photometric === undefined || bits === undefined || short(photometric + 8) !== cieLab) return undefined
  const bitsAt = read(bits + 8, 4)
  const at = bitsAt.length < 4 ? 0 : isLittle ? bitsAt.readUInt32LE() : bitsAt.readUInt32BE()
  if (short(at) !== 8) return undefined
  return { photometricAt: photometric + 8, profileTagAt: entries.get(34_675), isLittle }
}

const cieLab = 8
const rgb = 2
/** A private tag: the profile describes Lab, and the copy says RGB. */
const ignoredTag = 65_000

/**
 * Decodes the three channels unchanged from a copy that calls them RGB, and writes them as 16-bit CIELAB,
 * which the image library reads.
 */
export async function writeLabStandIn(path: string, target: string, lab: LabTiff): Promise<void> {
  const copy = `${target}.rgb`
  copyFileSync(path, copy)
  const file = openSync(copy, 'r+')
  try {
    const patch = (value: number, at: number) => {
      const bytes = Buffer.alloc(2)
      if (lab.isLittle) bytes.writeUInt16LE(value)
      else bytes.writeUInt16BE(value)
      writeSync(file, bytes, 0, 2, at)
    }
    patch(rgb, lab.photometricAt)
    if (lab.profileTagAt !== undefined) patch(ignoredTag, lab.profileTagAt)
  } finally {
    closeSync(file)
  }
  const { data, info } = await openImage(copy, { failOn: 'none', limitInputPixels: false })
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  const layout = {
    widthPixels: info.width,
    heightPixels: info.height,
    ...{ bitsPerSample: 16, samples: 3, photometric: 8 as const },
    ...{ hasAlpha: false, isPlanar: false, isPackBits: false },
  }
  writeTiff(target, layout, deepRows(data, info))
}

/** L from 0 to 255 becomes 0 to 65535; a and b keep their sign. */
function* deepRows(
  data: Buffer,
  { width, height, channels }: { width: number; height: number; channels: number },
) {
  for (let y = 0; y < height; y++) {
    const row = Buffer.alloc(width * 6)
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * channels
      row.writeUInt16BE((data[at] ?? 0) * 257, x * 6)
      row.writeUInt16BE((data[at + 1] ?? 0) * 256, x * 6 + 2)
      row.writeUInt16BE((data[at + 2] ?? 0) * 256, x * 6 + 4)
    }
    yield row
  }
}
