import { type ByteReader, readDirectory, type TiffEntry } from './tiff-directory'

/** Which personal data a camera's own notes contain. */
export interface MakerNoteFacts {
  hasSerialNumber: boolean
  hasOwner: boolean
}

/**
 * The notes that cameras write in their own form (tag 37500), as far as ExifTool documents their tags for
 * serial numbers and owners (https://exiftool.org/TagNames/). Others, and encrypted ones, say nothing.
 */
export function readMakerNote(
  read: ByteReader,
  isLittle: boolean,
  { maker, note }: { maker: string; note: TiffEntry | undefined },
): MakerNoteFacts {
  if (note === undefined || note.sizeBytes <= 4) return nothing
  const at = note.offset()
  const head = read(at, 16).toString('latin1')
  const format = formats.find(({ signature, of }) =>
    signature === '' ? maker.startsWith(of) : head.startsWith(signature),
  )
  if (format === undefined) return nothing
  const { directory, base, little } = format.place(read, at, isLittle)
  const inNote: ByteReader = (offset, length) => read(base + offset, length)
  const tags = readDirectory(inNote, little, directory)
  const isFilled = (tag: number) => tags.get(tag)?.isFilled() === true
  return { hasSerialNumber: format.serials.some(isFilled), hasOwner: format.owners.some(isFilled) }
}

const nothing: MakerNoteFacts = { hasSerialNumber: false, hasOwner: false }

/** Where the directory is, and what its offsets count from. */
interface Place {
  directory: number
  base: number
  little: boolean
}

interface Format {
  /** What the note begins with; empty where only the maker tells it. */
  signature: string
  of: string
  serials: number[]
  owners: number[]
  place: (read: ByteReader, at: number, isLittle: boolean) => Place
}

/** A directory that many bytes into the note, whose offsets count from the start of the EXIF block. */
const inBlock =
  (distance: number) =>
  (_: ByteReader, at: number, little: boolean): Place => ({ directory: at + distance, base: 0, little })

/** The same, with offsets that count from the start of the note, which states its byte order at byte 8. */
const inNote =
  (distance: number) =>
  (read: ByteReader, at: number): Place => ({
    ...{ directory: distance, base: at },
    little: read(at + 8, 2).toString('latin1') === 'II',
  })

function nikon(read: ByteReader, at: number): Place {
  const base = at + 10
  const head = Buffer.from(read(base, 8))
  const little = head.toString('latin1', 0, 2) === 'II'
  const directory = head.length < 8 ? 0 : little ? head.readUInt32LE(4) : head.readUInt32BE(4)
  return { directory, base, little }
}

function fujifilm(read: ByteReader, at: number): Place {
  const offset = read(at + 8, 4)
  return { directory: offset.length < 4 ? 0 : offset.readUInt32LE(), base: at, little: true }
}

const formats: Format[] = [
  { signature: 'Nikon\0', of: '', serials: [0x1d, 0xa0], owners: [], place: nikon },
  { signature: 'FUJIFILM', of: '', serials: [0x10], owners: [], place: fujifilm },
  { signature: 'Panasonic\0', of: '', serials: [0x25], owners: [], place: inBlock(12) },
  { signature: 'OLYMP\0', of: '', serials: [0x404], owners: [], place: inBlock(8) },
  { signature: 'OLYMPUS\0', of: '', serials: [0x404], owners: [], place: inNote(12) },
  { signature: 'PENTAX \0', of: '', serials: [0x229], owners: [], place: inNote(10) },
  { signature: 'AOC\0', of: '', serials: [0x229], owners: [], place: inBlock(6) },
  { signature: '', of: 'Canon', serials: [0x0c, 0x96], owners: [0x09], place: inBlock(0) },
]
