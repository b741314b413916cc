import { inflateSync } from 'node:zlib'

export interface PngText {
  keyword: string
  /** Empty when it cannot be unpacked. */
  value: string
}

const maxBytes = 1 << 20

/** A text chunk of a PNG (PNG 11.3.4): a keyword, and a text that may be compressed. */
export function readPngText(type: string, data: Buffer): PngText {
  const end = data.indexOf(0)
  if (end < 1) return { keyword: '', value: '' }
  const keyword = data.toString('latin1', 0, end)
  const rest = data.subarray(end + 1)
  if (type === 'tEXt') return { keyword, value: rest.toString('latin1') }
  if (type === 'zTXt') return { keyword, value: unpacked(rest.subarray(1)).toString('latin1') }
  // Two flags, then a language and a translated keyword, each with a zero at its end.
  const textAt = rest.indexOf(0, rest.indexOf(0, 2) + 1) + 1
  const text = rest.subarray(textAt)
  return { keyword, value: (rest[0] === 1 ? unpacked(text) : text).toString('utf8') }
}

function unpacked(data: Buffer): Buffer {
  try {
    return inflateSync(data, { maxOutputLength: maxBytes })
  } catch {
    return Buffer.alloc(0)
  }
}

/**
 * Metadata that ImageMagick and older editors write as hexadecimal text, such as `Raw profile type exif`: a
 * name, a length, then the bytes.
 */
export function rawProfile({ keyword, value }: PngText): { kind: string; bytes: Buffer } | undefined {
  const kind = /^Raw profile type (\w+)$/i.exec(keyword)?.[1]?.toLowerCase()
  const digits = /^\s*\w+\s+\d+\s+([\da-f\s]+)$/i.exec(value)?.[1]
  if (kind === undefined || digits === undefined) return undefined
  return { kind, bytes: Buffer.from(digits.replaceAll(/\s/g, ''), 'hex') }
}
