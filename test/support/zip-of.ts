import { crc32, deflateRawSync } from 'node:zlib'

import { little16, little32 } from './little-endian'

export interface ZipFile {
  path: string
  content?: Buffer | string
  /** What the directory states instead of the truth. */
  statedBytes?: number
  isLink?: boolean
  isEncrypted?: boolean
}

/** A ZIP archive (APPNOTE 6.3.10), its files deflated. */
export function zipOf(files: ZipFile[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { path, content = '', statedBytes, isLink = false, isEncrypted = false } of files) {
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const name = Buffer.from(path)
    const shared = Buffer.concat([
      ...[little16(20), little16(0x800 | (isEncrypted ? 1 : 0)), little16(8), little32(0)],
      ...[little32(crc32(bytes)), little32(packed.length), little32(statedBytes ?? bytes.length)],
      ...[little16(name.length), little16(0)],
    ])
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), shared, name, packed])
    const mode = (isLink ? 0o120777 : 0o100644) * 65_536
    directory.push(
      Buffer.concat([
        ...[Buffer.from('PK\x01\x02'), little16(0x0314), shared, little16(0), little16(0), little16(0)],
        ...[little32(mode), little32(at), name],
      ]),
    )
    locals.push(local)
    at += local.length
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0)
  const count = little16(files.length)
  const end = [
    Buffer.from('PK\x05\x06'),
    little32(0),
    count,
    count,
    little32(size),
    little32(at),
    little16(0),
  ]
  return Buffer.concat([...locals, ...directory, ...end])
}
