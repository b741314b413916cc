/** Number, type (2 ASCII, 3 SHORT, 4 LONG, 7 bytes) and value, in the byte order of the block. */
export type TiffTag = [id: number, type: 2 | 3 | 4 | 7, value: Buffer]

interface Block {
  main: TiffTag[]
  /** What a camera writes as its own note: its bytes, or tags whose offsets count from the block. */
  note?: Buffer | TiffTag[]
  /** A JPEG, in a second directory. */
  thumbnail?: Buffer
  isLittle?: boolean
  /** Without the header: a directory that is this many bytes behind what its offsets count from. */
  from?: number
}

/** A block of EXIF or TIFF directories (TIFF 6.0, section 2; EXIF 2.32, 4.6). */
export function exifBlock({ main, note, thumbnail, isLittle = false, from }: Block): Buffer {
  const order = orderOf(isLittle)
  if (from !== undefined) return directory(order, main, from)
  const header = Buffer.concat([Buffer.from(isLittle ? 'II' : 'MM'), order.short(42), order.long(8)])
  const exifAt = 8 + directory(order, [...main, [0x8769, 4, order.long(0)]], 8).length
  const first = note === undefined ? main : [...main, [0x8769, 4, order.long(exifAt)] satisfies TiffTag]
  const noteAt = exifAt + 2 + 12 + 4
  const noteBytes =
    note === undefined ? Buffer.alloc(0) : Buffer.isBuffer(note) ? note : directory(order, note, noteAt)
  const exif = note === undefined ? Buffer.alloc(0) : directory(order, [[0x927c, 7, noteBytes]], exifAt)
  const secondAt = 8 + directory(order, first, 8).length + exif.length
  const second = thumbnail === undefined ? Buffer.alloc(0) : thumbnailDirectory(order, thumbnail, secondAt)
  const next = thumbnail === undefined ? 0 : secondAt
  return Buffer.concat([header, directory(order, first, 8, next), exif, second])
}

/** Puts the block into a JPEG, behind its first marker. */
export function withExifBlock(jpeg: Buffer, block: Buffer): Buffer {
  const segment = Buffer.concat([Buffer.from('Exif\0\0'), block])
  const length = Buffer.alloc(2)
  length.writeUInt16BE(segment.length + 2)
  return Buffer.concat([Buffer.from('ffd8ffe1', 'hex'), length, segment, jpeg.subarray(2)])
}

type Order = ReturnType<typeof orderOf>

function orderOf(isLittle: boolean) {
  const bytes = (size: number) => (value: number) => {
    const buffer = Buffer.alloc(size)
    return isLittle
      ? (buffer.writeUIntLE(value, 0, size), buffer)
      : (buffer.writeUIntBE(value, 0, size), buffer)
  }
  return { short: bytes(2), long: bytes(4) }
}

const valueBytes = { 2: 1, 3: 2, 4: 4, 7: 1 }

function directory(order: Order, tags: TiffTag[], at: number, next = 0): Buffer {
  let valueAt = at + 2 + tags.length * 12 + 4
  const values: Buffer[] = []
  const entries = tags.map(([id, type, value]) => {
    const count = order.long(value.length / valueBytes[type])
    const head = Buffer.concat([order.short(id), order.short(type), count])
    if (value.length <= 4) return Buffer.concat([head, value, Buffer.alloc(4 - value.length)])
    const entry = Buffer.concat([head, order.long(valueAt)])
    values.push(value)
    valueAt += value.length
    return entry
  })
  return Buffer.concat([order.short(tags.length), ...entries, order.long(next), ...values])
}

function thumbnailDirectory(order: Order, jpeg: Buffer, at: number): Buffer {
  const tags = (place: number): TiffTag[] => [
    [0x201, 4, order.long(place)],
    [0x202, 4, order.long(jpeg.length)],
  ]
  const place = at + directory(order, tags(0), at).length
  return Buffer.concat([directory(order, tags(place), at), jpeg])
}
