export interface CmykImage {
  width: number
  height: number
  /** The four inks of a row, interleaved, 0..255 each. */
  row: (index: number) => Buffer
}

const tags = { width: 256, height: 257, photometric: 262, stripOffsets: 273, samples: 277, rowsPerStrip: 278 }
const separated = 5
const shortField = 3

/** The inks of an uncompressed 8-bit CMYK TIFF, as pdftoppm writes it. Throws when it is anything else. */
export function cmykTiff(file: Buffer): CmykImage {
  if (file.toString('latin1', 0, 2) !== 'II') throw new Error('expected a little-endian TIFF from pdftoppm')
  const fields = fieldsOf(file)
  const field = (tag: number) => fields.get(tag)?.value ?? 0
  if (field(tags.photometric) !== separated || field(tags.samples) !== 4)
    throw new Error('expected a TIFF of four inks from pdftoppm')
  const [width, height, rowsPerStrip] = [
    field(tags.width),
    field(tags.height),
    Math.max(1, field(tags.rowsPerStrip)),
  ]
  const strips = fields.get(tags.stripOffsets) ?? { value: 0, count: 0 }
  const row = (index: number) => {
    const strip = Math.floor(index / rowsPerStrip)
    const offset = strips.count === 1 ? strips.value : file.readUInt32LE(strips.value + strip * 4)
    const start = offset + (index % rowsPerStrip) * width * 4
    return file.subarray(start, start + width * 4)
  }
  return { width, height, row }
}

/** Tag → number of values, and the value itself or the offset of the values. */
function fieldsOf(file: Buffer): Map<number, { count: number; value: number }> {
  const directory = file.readUInt32LE(4)
  const fields = new Map<number, { count: number; value: number }>()
  for (let index = 0; index < file.readUInt16LE(directory); index++) {
    const at = directory + 2 + index * 12
    const isShort = file.readUInt16LE(at + 2) === shortField && file.readUInt32LE(at + 4) === 1
    fields.set(file.readUInt16LE(at), {
      count: file.readUInt32LE(at + 4),
      value: isShort ? file.readUInt16LE(at + 8) : file.readUInt32LE(at + 8),
    })
  }
  return fields
}
