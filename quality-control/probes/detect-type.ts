import { open } from 'node:fs/promises'

import type { DetectedType } from './detected-type'
import { detectContainer } from './detect-container'
import { detectDolby } from './detect-dolby'
import { detectText } from './detect-text'

const headBytes = 64 << 10

/**
 * Looks at the first 64 KiB. Text formats (SVG, HTML, playlists, concat lists) get their own type and no
 * medium: they make decoders open other files or addresses, so no decoder ever opens one.
 */
export async function detectType(path: string): Promise<DetectedType> {
  const head = await readHead(path)
  if (head.length === 0)
    return { type: 'empty', mime: 'application/octet-stream', extensions: [], description: 'empty file' }
  return typeOf(head)
}

/** The same for bytes in memory: the beginning of the file, at most 64 KiB. */
export function typeOf(head: Buffer): DetectedType {
  return (
    postScript(head) ??
    bySignature(head) ??
    detectContainer(head) ??
    detectDolby(head) ??
    lateHeader(head) ??
    detectText(head) ??
    unknown
  )
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path, 'r')
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

const unknown: DetectedType = {
  type: 'unknown',
  mime: 'application/octet-stream',
  extensions: [],
  description: 'file of an unknown kind',
}

function bySignature(head: Buffer): DetectedType | undefined {
  return signatures.find(({ bytes, offset = 0 }) =>
    head.subarray(offset, offset + bytes.length).equals(bytes),
  )?.is
}

/** Annex H of ISO 32000-1: Acrobat also opens a PDF whose header is `%!PS-Adobe-3.0 PDF-1.4`. */
function postScript(head: Buffer): DetectedType | undefined {
  const line = /^%!PS[^\r\n]*/.exec(head.toString('latin1', 0, 200))?.[0]
  if (line === undefined) return undefined
  if (/ PDF-\d/.test(line)) return pdf
  return line.includes(' EPSF-') ? eps : plainPostScript
}

/** Acrobat accepts `%PDF-` anywhere in the first 1024 bytes, and print shops receive such files. */
function lateHeader(head: Buffer): DetectedType | undefined {
  return head.subarray(0, 1024).includes('%PDF-') ? pdf : undefined
}

const pdf: DetectedType = {
  type: 'pdf',
  mime: 'application/pdf',
  extensions: ['pdf', 'ai'],
  medium: 'pdf',
  description: 'PDF document',
}

const image = (type: string, mime: string, extensions: string[], description: string): DetectedType => ({
  type,
  mime,
  extensions,
  medium: 'image',
  description,
})
const video = (type: string, mime: string, extensions: string[], description: string): DetectedType => ({
  type,
  mime,
  extensions,
  medium: 'video',
  description,
})
const audio = (type: string, mime: string, extensions: string[], description: string): DetectedType => ({
  type,
  mime,
  extensions,
  medium: 'audio',
  description,
})
const other = (type: string, mime: string, extensions: string[], description: string): DetectedType => ({
  type,
  mime,
  extensions,
  description,
})

const eps = other('postscript', 'application/postscript', ['eps'], 'EPS document')
const plainPostScript: DetectedType = {
  type: 'postscript',
  mime: 'application/postscript',
  extensions: ['ps', 'eps', 'ai'],
  description: 'PostScript document',
}

const ascii = (text: string) => Buffer.from(text, 'latin1')
const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex')

/** Formats that a fixed byte sequence at a fixed offset identifies. The first match wins. */
const signatures: { bytes: Buffer; offset?: number; is: DetectedType }[] = [
  { bytes: hex('FF D8 FF'), is: image('jpeg', 'image/jpeg', ['jpg', 'jpeg', 'jpe', 'jfif'], 'JPEG image') },
  { bytes: hex('89 50 4E 47 0D 0A 1A 0A'), is: image('png', 'image/png', ['png', 'apng'], 'PNG image') },
  { bytes: ascii('GIF87a'), is: image('gif', 'image/gif', ['gif'], 'GIF image') },
  { bytes: ascii('GIF89a'), is: image('gif', 'image/gif', ['gif'], 'GIF image') },
  { bytes: hex('49 49 2A 00'), is: image('tiff', 'image/tiff', ['tif', 'tiff'], 'TIFF image') },
  { bytes: hex('4D 4D 00 2A'), is: image('tiff', 'image/tiff', ['tif', 'tiff'], 'TIFF image') },
  { bytes: hex('49 49 2B 00'), is: image('tiff', 'image/tiff', ['tif', 'tiff'], 'BigTIFF image') },
  { bytes: hex('4D 4D 00 2B'), is: image('tiff', 'image/tiff', ['tif', 'tiff'], 'BigTIFF image') },
  {
    bytes: hex('38 42 50 53 00 01'),
    is: image('psd', 'image/vnd.adobe.photoshop', ['psd'], 'Photoshop document'),
  },
  {
    bytes: hex('38 42 50 53 00 02'),
    is: image('psb', 'image/vnd.adobe.photoshop', ['psb'], 'large Photoshop document'),
  },
  {
    bytes: hex('00 00 00 0C 6A 50 20 20 0D 0A 87 0A'),
    is: image('jp2', 'image/jp2', ['jp2', 'jpf', 'jpx'], 'JPEG 2000 image'),
  },
  {
    bytes: hex('00 00 00 0C 4A 58 4C 20 0D 0A 87 0A'),
    is: image('jxl', 'image/jxl', ['jxl'], 'JPEG XL image'),
  },
  { bytes: hex('FF 0A'), is: image('jxl', 'image/jxl', ['jxl'], 'JPEG XL image') },
  { bytes: ascii('%PDF-'), is: pdf },
  // With a preview: the header of DOS EPS.
  { bytes: hex('C5 D0 D3 C6'), is: eps },
  {
    bytes: hex('06 06 ED F5 D8 1D 46 E5'),
    is: other('indesign', 'application/x-indesign', ['indd', 'indt'], 'InDesign document'),
  },
  {
    bytes: hex('06 0E 2B 34 02 05 01 01 0D 01 02'),
    is: video('mxf', 'application/mxf', ['mxf'], 'MXF video'),
  },
  { bytes: ascii('FLV\x01'), is: video('flv', 'video/x-flv', ['flv'], 'Flash video') },
  {
    bytes: hex('30 26 B2 75 8E 66 CF 11 A6 D9'),
    is: video('asf', 'video/x-ms-wmv', ['wmv', 'asf', 'wma'], 'Windows Media file'),
  },
  {
    bytes: hex('00 00 01 BA'),
    is: video('mpeg', 'video/mpeg', ['mpg', 'mpeg', 'vob', 'm2p'], 'MPEG programme stream'),
  },
  {
    bytes: hex('00 00 01 B3'),
    is: video('mpeg', 'video/mpeg', ['mpg', 'mpeg', 'm2v', 'mpv'], 'MPEG video stream'),
  },
  { bytes: ascii('fLaC'), is: audio('flac', 'audio/flac', ['flac'], 'FLAC audio file') },
  { bytes: ascii('ID3'), is: audio('mp3', 'audio/mpeg', ['mp3'], 'MP3 audio file') },
  {
    bytes: hex('72 69 66 66 2E 91 CF 11 A5 D6 28 DB 04 C1 00 00'),
    is: audio('w64', 'audio/x-w64', ['w64'], 'Wave64 audio file'),
  },
  { bytes: ascii('#!AMR'), is: audio('amr', 'audio/amr', ['amr', 'awb'], 'AMR voice recording') },
  { bytes: ascii('caff'), is: audio('caf', 'audio/x-caf', ['caf'], 'Core Audio file') },
  { bytes: hex('1F 8B'), is: other('gzip', 'application/gzip', ['gz', 'tgz', 'svgz'], 'compressed file') },
  { bytes: ascii('Rar!\x1A\x07'), is: other('rar', 'application/vnd.rar', ['rar'], 'RAR archive') },
  {
    bytes: hex('37 7A BC AF 27 1C'),
    is: other('7z', 'application/x-7z-compressed', ['7z'], '7-Zip archive'),
  },
  {
    bytes: hex('D0 CF 11 E0 A1 B1 1A E1'),
    is: other('ole', 'application/x-ole-storage', ['doc', 'xls', 'ppt', 'msg'], 'Microsoft Office document'),
  },
  { bytes: hex('7F 45 4C 46'), is: other('executable', 'application/x-elf', [], 'program') },
  {
    bytes: ascii('MZ'),
    is: other('executable', 'application/vnd.microsoft.portable-executable', ['exe', 'dll'], 'program'),
  },
  { bytes: ascii('{\\rtf'), is: other('rtf', 'application/rtf', ['rtf'], 'rich text') },
]
