/** Reads bytes at an offset; fewer at the end. */
export type ByteReader = (offset: number, length: number) => Buffer

export interface TiffEntry {
  number: () => number
  /** The first of several short values. */
  first: () => number
  /** ASCII, at most 256 bytes, without zeros and spaces around it. */
  text: () => string
  /** The value is more than zeros and spaces: cameras write empty fields. */
  isFilled: () => boolean
  /** Where the value is, when it is longer than four bytes. */
  offset: () => number
  /** Its length in bytes. */
  sizeBytes: number
}

/** Sizes of TIFF 6.0 field types 1..12, in bytes. */
const typeBytes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8]
const maxEntries = 1000
const maxTextBytes = 256

/** One directory of tags (TIFF 6.0, section 2), at most 1000 entries; empty where there is none. */
export function readDirectory(read: ByteReader, isLittle: boolean, offset: number): Map<number, TiffEntry> {
  const short = (bytes: Buffer, at: number) => (isLittle ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at))
  const long = (bytes: Buffer, at: number) => (isLittle ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at))
  const entries = new Map<number, TiffEntry>()
  const head = offset === 0 ? Buffer.alloc(0) : read(offset, 2)
  if (head.length < 2) return entries
  const bytes = Buffer.from(read(offset + 2, Math.min(short(head, 0), maxEntries) * 12))
  for (let at = 0; at + 12 <= bytes.length; at += 12) {
    const type = short(bytes, at + 2)
    const sizeBytes = (typeBytes[type] ?? 0) * long(bytes, at + 4)
    const field = bytes.subarray(at + 8, at + 12)
    const value = (length: number) =>
      sizeBytes <= 4 ? field.subarray(0, Math.min(sizeBytes, length)) : read(long(field, 0), length)
    entries.set(short(bytes, at), {
      sizeBytes,
      offset: () => long(field, 0),
      number: () => (type === 3 ? short(field, 0) : long(field, 0)),
      first: () => {
        const values = sizeBytes <= 4 ? field : value(2)
        return values.length < 2 ? 0 : short(values, 0)
      },
      text: () => value(Math.min(sizeBytes, maxTextBytes)).toString('latin1').split('\0')[0]?.trim() ?? '',
      isFilled: () => value(Math.min(sizeBytes, maxTextBytes)).some((byte) => byte !== 0 && byte !== 32),
    })
  }
  return entries
}

/** Where the directory after this one is; 0 for none. */
export function nextDirectory(read: ByteReader, isLittle: boolean, offset: number): number {
  const head = offset === 0 ? Buffer.alloc(0) : read(offset, 2)
  if (head.length < 2) return 0
  const next = read(offset + 2 + (isLittle ? head.readUInt16LE() : head.readUInt16BE()) * 12, 4)
  if (next.length < 4) return 0
  return isLittle ? next.readUInt32LE() : next.readUInt32BE()
}
