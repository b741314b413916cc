import { closeSync, openSync, writeSync } from 'node:fs'

/** What a stand-in says about its pixels, by the names of TIFF 6.0. */
export interface TiffLayout {
  widthPixels: number
  heightPixels: number
  bitsPerSample: number
  /** Colour channels and alpha together. */
  samples: number
  /** 0: white is zero, 1: black is zero, 2: RGB, 3: palette, 5: CMYK, 8: CIELAB. */
  photometric: 0 | 1 | 2 | 3 | 5 | 8
  hasAlpha: boolean
  /** One row of one channel after another (PlanarConfiguration 2), or whole pixels. */
  isPlanar: boolean
  isPackBits: boolean
  /** 3 x 256 values of 16 bits: reds, greens, blues. */
  colourMap?: Buffer
  pixelsPerInch?: number
  icc?: Buffer
  xmp?: Buffer
  iptc?: Buffer
}

/**
 * Writes pixels of another format as a TIFF, big-endian, one strip a row, so that the image library reads
 * them. Each row is written as it comes: memory does not grow with the image.
 */
export function writeTiff(path: string, layout: TiffLayout, rows: Iterable<Buffer>): void {
  const file = openSync(path, 'w')
  try {
    let at = writeSync(file, Buffer.from('4d4d002a00000000', 'hex'))
    const strips: { offset: number; length: number }[] = []
    for (const row of rows) {
      strips.push({ offset: at, length: row.length })
      at += writeSync(file, row)
    }
    at += at % 2
    const { values, directory } = directoryOf(layout, strips, at)
    writeSync(file, Buffer.concat([values, directory]), 0, values.length + directory.length, at)
    const start = Buffer.alloc(4)
    start.writeUInt32BE(at + values.length)
    writeSync(file, start, 0, 4, 4)
  } finally {
    closeSync(file)
  }
}

type Field = [tag: number, type: keyof typeof sizes, value: number[] | Buffer]

/** Bytes of a value: 3 is SHORT, 4 LONG, 5 RATIONAL, 7 bytes. */
const sizes = { 3: 2, 4: 4, 5: 8, 7: 1 }

function fieldsOf(layout: TiffLayout, strips: { offset: number; length: number }[]): Field[] {
  const { samples, pixelsPerInch, colourMap, icc, xmp, iptc } = layout
  const colourMapValues = colourMap && Array.from({ length: 768 }, (_, at) => colourMap.readUInt16BE(at * 2))
  const optional: (Field | undefined)[] = [
    pixelsPerInch === undefined ? undefined : [282, 5, [Math.round(pixelsPerInch * 100), 100]],
    pixelsPerInch === undefined ? undefined : [283, 5, [Math.round(pixelsPerInch * 100), 100]],
    [284, 3, [layout.isPlanar ? 2 : 1]],
    pixelsPerInch === undefined ? undefined : [296, 3, [2]],
    colourMapValues && [320, 3, colourMapValues],
    layout.hasAlpha ? [338, 3, [2]] : undefined,
    xmp && [700, 7, xmp],
    iptc && [33_723, 7, iptc],
    icc && [34_675, 7, icc],
  ]
  return [
    [256, 4, [layout.widthPixels]],
    [257, 4, [layout.heightPixels]],
    [258, 3, new Array<number>(samples).fill(layout.bitsPerSample)],
    [259, 3, [layout.isPackBits ? 32_773 : 1]],
    [262, 3, [layout.photometric]],
    [273, 4, strips.map(({ offset }) => offset)],
    [277, 3, [samples]],
    [278, 4, [1]],
    [279, 4, strips.map(({ length }) => length)],
    ...optional.filter((field) => field !== undefined),
  ]
}

/** The values that do not fit into the directory, and the directory that points to them. */
function directoryOf(layout: TiffLayout, strips: { offset: number; length: number }[], at: number) {
  const fields = fieldsOf(layout, strips)
  const directory = Buffer.alloc(2 + fields.length * 12 + 4)
  directory.writeUInt16BE(fields.length)
  const values: Buffer[] = []
  let next = at
  for (const [index, [tag, type, value]] of fields.entries()) {
    const bytes = Buffer.isBuffer(value) ? value : numbers(type, value)
    const entry = directory.subarray(2 + index * 12, 14 + index * 12)
    entry.writeUInt16BE(tag)
    entry.writeUInt16BE(type, 2)
    entry.writeUInt32BE(bytes.length / sizes[type], 4)
    if (bytes.length <= 4) {
      bytes.copy(entry, 8)
      continue
    }
    entry.writeUInt32BE(next, 8)
    const padded = Buffer.concat([bytes, Buffer.alloc(bytes.length % 2)])
    values.push(padded)
    next += padded.length
  }
  return { values: Buffer.concat(values), directory }
}

function numbers(type: Field[1], values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * (type === 3 ? 2 : 4))
  for (const [index, value] of values.entries()) {
    if (type === 3) bytes.writeUInt16BE(value, index * 2)
    else bytes.writeUInt32BE(value, index * 4)
  }
  return bytes
}
