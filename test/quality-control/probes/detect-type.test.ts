import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { detectType, typeOf } from '../../../quality-control/probes/detect-type'

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
  )
const pad = (head: Buffer, length = 1000) =>
  Buffer.concat([head, Buffer.alloc(Math.max(0, length - head.length))])
const ftyp = (major: string, ...compatible: string[]) =>
  bytes([0, 0, 0, 16 + compatible.length * 4], 'ftyp', major, [0, 0, 0, 0], ...compatible)

/** MPEG-1 layer III at 128 kbit/s and 44.1 kHz: 417 bytes a frame. */
const mp3Frames = Buffer.concat([
  pad(Buffer.from([0xff, 0xfb, 0x90, 0x00]), 417),
  pad(Buffer.from([0xff, 0xfb, 0x90, 0x00]), 417),
])
const adtsFrame = pad(Buffer.from([0xff, 0xf1, 0x50, 0x80, 0x0c, 0x80, 0xfc]), 100)
/** AC-3 at 96 kbit/s and 48 kHz: 384 bytes a frame; E-AC-3 with its own count of words. */
const ac3Frame = pad(Buffer.from([0x0b, 0x77, 0, 0, 0x0c, 0x40]), 384)
const eac3Frame = pad(Buffer.from([0x0b, 0x77, 0, 0xbf, 0x34, 0x80]), 384)
const transportStream = Buffer.concat(Array.from({ length: 5 }, () => pad(Buffer.from([0x47]), 188)))

test.each([
  ['jpeg', 'image', bytes([0xff, 0xd8, 0xff, 0xe0])],
  ['png', 'image', bytes([0x89], 'PNG\r\n', [0x1a], '\n')],
  ['gif', 'image', bytes('GIF89a')],
  ['webp', 'image', bytes('RIFF....WEBPVP8 ')],
  ['tiff', 'image', bytes('II', [0x2a, 0])],
  ['tiff', 'image', bytes('MM', [0, 0x2a])],
  ['avif', 'image', ftyp('avif', 'mif1')],
  ['avif', 'image', ftyp('mif1', 'avif', 'miaf')],
  ['heic', 'image', ftyp('heic', 'mif1')],
  ['psd', 'image', bytes('8BPS', [0, 1])],
  ['bmp', 'image', pad(bytes('BM', [0, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0, 40, 0, 0, 0]))],
  ['pdf', 'pdf', bytes('%PDF-1.7')],
  ['pdf', 'pdf', bytes('mail header\r\n\r\n%PDF-1.4')],
  ['mp4', 'video', ftyp('isom', 'mp41')],
  ['mov', 'video', ftyp('qt  ')],
  ['mov', 'video', pad(bytes([0, 0, 4, 0], 'moov'))],
  ['m4a', 'audio', ftyp('M4A ', 'isom')],
  ['webm', 'video', pad(bytes([0x1a, 0x45, 0xdf, 0xa3], '....webm'))],
  ['mkv', 'video', pad(bytes([0x1a, 0x45, 0xdf, 0xa3], '....matroska'))],
  ['avi', 'video', bytes('RIFF....AVI LIST')],
  ['mpegts', 'video', transportStream],
  ['wav', 'audio', bytes('RIFF....WAVEfmt ')],
  ['w64', 'audio', bytes('riff', [0x2e, 0x91, 0xcf, 0x11, 0xa5, 0xd6, 0x28, 0xdb, 0x04, 0xc1, 0, 0])],
  ['amr', 'audio', bytes('#!AMR\n')],
  ['zip', 'banner', bytes('PK', [3, 4], '....index.html')],
  ['mp3', 'audio', bytes('ID3', [4, 0, 0])],
  ['mp3', 'audio', mp3Frames],
  ['aac', 'audio', Buffer.concat([adtsFrame, adtsFrame])],
  ['ac3', 'audio', Buffer.concat([ac3Frame, ac3Frame])],
  ['ac3', 'audio', Buffer.concat([eac3Frame, eac3Frame])],
])('%s is told as %s', (type, medium, head) => {
  expect(typeOf(head)).toMatchObject({ type, medium })
})

test.each([
  [
    'svg',
    '<?xml version="1.0"?>\n<!-- made by hand -->\n<svg xmlns="http://www.w3.org/2000/svg"><image ' +
      'href="file:///etc/passwd"/></svg>',
  ],
  ['html', '<!doctype html><html><svg></svg></html>'],
  ['m3u8', '#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:0\n#EXTINF:10.0,\nfile:///etc/passwd\n'],
  ['m3u8', '\ufeff\n#EXTM3U\n'],
  ['ffconcat', "ffconcat version 1.0\nfile '/etc/passwd'\n"],
  ['ffconcat', "file '/etc/passwd'\n"],
  ['pls', '[playlist]\nFile1=http://127.0.0.1/x\n'],
  ['mpd', '<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011"></MPD>'],
  ['sdp', 'v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\n'],
  ['xml', '<?xml version="1.0"?><a/>'],
  ['text', 'just a note, in UTF-8: Größe'],
])('%s is told by name and is no medium, whatever its extension', (type, text) => {
  const detected = typeOf(Buffer.from(text, 'utf8'))
  expect(detected.type).toBe(type)
  expect(detected.medium).toBeUndefined()
})

test.each([
  ['docx', bytes('PK', [3, 4], '....word/document.xml')],
  ['idml', bytes('PK', [3, 4], 'mimetypeapplication/vnd.adobe.indesign-idml-package')],
  ['executable', bytes([0x7f], 'ELF')],
  ['postscript', bytes('%!PS-Adobe-3.0 EPSF-3.0')],
  ['postscript', bytes('%!PS-Adobe-3.0\n%%Creator: Adobe Illustrator(R) 8 PDF-1.4')],
  ['postscript', bytes([0xc5, 0xd0, 0xd3, 0xc6], '....%!PS-Adobe-3.0 EPSF-3.0\n%PDF-1.4')],
  ['unknown', Buffer.from([0, 1, 2, 3, 250, 251])],
  ['unknown', bytes('BM and so on', [0, 0, 0, 1])],
])('%s is no medium', (type, head) => {
  expect(typeOf(head)).toMatchObject({ type })
  expect(typeOf(head).medium).toBeUndefined()
})

test.each([1, 2, 3, 5, 8, 13])('%i bytes of anything do not throw', (length) => {
  for (const start of [
    [0xff, 0xfb],
    [0xff, 0xf1],
    [0x42, 0x4d],
    [0x47],
    [0, 0, 0, 0xff, 0x66, 0x74, 0x79, 0x70],
    [0x50, 0x4b],
  ]) {
    expect(typeOf(pad(Buffer.from(start), length).subarray(0, length)).type).toEqual(expect.any(String))
  }
})

test('PostScript is told apart: a PDF behind an old header, EPS, and other programs', () => {
  expect(typeOf(bytes('%!PS-Adobe-3.0 PDF-1.4\n')).medium).toBe('pdf')
  expect(typeOf(bytes('%!PS-Adobe-3.1 EPSF-3.0\r\n')).description).toBe('EPS document')
  expect(typeOf(bytes('%!PS\n')).description).toBe('PostScript document')
})

test('an empty file is reported as empty', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'qc-type-')), 'source')
  writeFileSync(path, '')
  expect(await detectType(path)).toMatchObject({ type: 'empty', description: 'empty file' })
})
