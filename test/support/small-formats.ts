import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type sharp from 'sharp'

import { box, boxIn, full, u16, u32 } from './iso-boxes'

/** Converts an image with ffmpeg: `options` are those of the output, `extension` names its format. */
export function withFfmpeg(source: Buffer, extension: string, options: string[]): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'qc-format-'))
  const [from, to] = [join(folder, 'source'), join(folder, `target.${extension}`)]
  writeFileSync(from, source)
  execFileSync('ffmpeg', ['-hide_banner', '-loglevel', 'error', '-i', from, ...options, to])
  return readFileSync(to)
}

/** A HEIC of one HEVC image, which x265 encodes without loss (ISO 23008-12). */
export function heicOf(source: Buffer, width: number, height: number): Buffer {
  const lossless = ['-x265-params', 'lossless=1:log-level=error', '-pix_fmt', 'yuv444p']
  const colour = ['-vf', 'scale=out_color_matrix=bt709', '-colorspace', 'bt709', '-tag:v', 'hvc1']
  const film = withFfmpeg(source, 'mp4', ['-c:v', 'libx265', ...lossless, ...colour])
  const payload = boxIn(film, 'mdat')
  const ftyp = box('ftyp', Buffer.from('heic'), u32(0), Buffer.from('heicmif1'))
  const metaAt = (at: number) => meta(boxIn(film, 'hvcC'), payload.length, at, width, height)
  const start = ftyp.length + metaAt(0).length + 8
  return Buffer.concat([ftyp, metaAt(start), box('mdat', payload)])
}

function meta(hvcC: Buffer, length: number, at: number, width: number, height: number): Buffer {
  const nclx = Buffer.concat([Buffer.from('nclx'), u16(1), u16(13), u16(1), Buffer.from([0])])
  return full(
    'meta',
    0,
    full('hdlr', 0, u32(0), Buffer.from('pict'), Buffer.alloc(13)),
    full('pitm', 0, u16(1)),
    full('iinf', 0, u16(1), full('infe', 2, u16(1), u16(0), Buffer.from('hvc1\0'))),
    box(
      'iprp',
      box('ipco', box('hvcC', hvcC), full('ispe', 0, u32(width), u32(height)), box('colr', nclx)),
      full('ipma', 0, u32(1), u16(1), Buffer.from([3, 0x81, 2, 3])),
    ),
    full('iloc', 0, u16(0x4400), u16(1), u16(1), u16(0), u16(1), u32(at), u32(length)),
  )
}

/** A Photoshop document without layers. `isPacked` compresses its rows by PackBits; inks are inverted. */
export async function psdOf(
  image: sharp.Sharp,
  mode: 'grey' | 'rgb' | 'cmyk' | 'lab',
  { isPacked = false, spotChannel = false, composite = true } = {},
): Promise<Buffer> {
  const space = { grey: 'b-w', rgb: 'srgb', cmyk: 'cmyk', lab: 'lab' }[mode]
  const depth = mode === 'lab' ? 'float' : 'uchar'
  const stored = await image.toColourspace(space).raw({ depth }).toBuffer({ resolveWithObject: true })
  const { info } = stored
  const data = mode === 'lab' ? labBytes(stored.data) : stored.data
  const { width, height, channels } = info
  const rows = Array.from({ length: height * channels }, (_, row) =>
    Buffer.from(
      Array.from({ length: width }, (__, x) => {
        const value = data[((row % height) * width + x) * channels + Math.floor(row / height)] ?? 0
        return mode === 'cmyk' ? 255 - value : value
      }),
    ),
  )
  const packed = isPacked ? rows.map(packBits) : rows
  const counts = isPacked ? packed.map(({ length }) => u16(length)) : []
  const resources = [
    resource(1005, Buffer.concat([u32(300 * 65_536), Buffer.alloc(12)])),
    resource(1057, Buffer.from([0, 0, 0, 1, composite ? 1 : 0])),
    ...(spotChannel ? [resource(1077, Buffer.concat([u32(1), Buffer.alloc(12), Buffer.from([2])]))] : []),
  ]
  const size = resources.reduce((sum, { length }) => sum + length, 0)
  const modes = { grey: 1, rgb: 3, cmyk: 4, lab: 9 }
  return Buffer.concat([
    ...[Buffer.from('8BPS'), u16(1), Buffer.alloc(6), u16(channels), u32(height), u32(width)],
    ...[u16(8), u16(modes[mode]), u32(0), u32(size), ...resources, u32(0)],
    ...[u16(isPacked ? 1 : 0), ...counts, ...packed],
  ])
}

/** L from 0 to 100 becomes 0 to 255; a and b get an offset of 128. */
function labBytes(floats: Buffer): Buffer {
  return Buffer.from(
    Array.from({ length: floats.length / 4 }, (_, at) => {
      const value = floats.readFloatLE(at * 4)
      return Math.round(at % 3 === 0 ? value * 2.55 : value + 128)
    }),
  )
}

/** Runs of one value; single bytes are runs of one. */
function packBits(row: Buffer): Buffer {
  const packed: number[] = []
  for (let at = 0; at < row.length;) {
    let length = 1
    while (length < 128 && row[at + length] === row[at]) length++
    if (length === 1) packed.push(0, row[at] ?? 0)
    else packed.push(257 - length, row[at] ?? 0)
    at += length
  }
  return Buffer.from(packed)
}

const resource = (id: number, data: Buffer) =>
  Buffer.concat([Buffer.from('8BIM'), u16(id), u16(0), u32(data.length), data, Buffer.alloc(data.length % 2)])
