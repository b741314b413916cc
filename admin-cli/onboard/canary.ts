import { randomBytes, randomInt } from 'node:crypto'
import sharp from 'sharp'

import { canaryBanner } from './canary-banner'
import { canaryClip } from './canary-clip'

export interface Canary {
  extension: string
  /** Makes a small valid file, another one each time: the same bytes would be a duplicate. */
  make: () => Buffer | Promise<Buffer>
}

/** For the first of the extensions that a file can be made for. Undefined when there is none. */
export function canaryFor(extensions: readonly string[]): Canary | undefined {
  const extension = extensions.find((one) => makers.has(one))
  const make = extension === undefined ? undefined : makers.get(extension)
  return extension === undefined || make === undefined ? undefined : { extension, make }
}

const makers = new Map<string, Canary['make']>([
  ['png', () => oneColour().png().toBuffer()],
  ['jpg', () => oneColour().jpeg().toBuffer()],
  ['jpeg', () => oneColour().jpeg().toBuffer()],
  ['webp', () => oneColour().webp().toBuffer()],
  ['gif', () => oneColour().gif().toBuffer()],
  ['tif', () => oneColour().tiff().toBuffer()],
  ['tiff', () => oneColour().tiff().toBuffer()],
  ['pdf', onePage],
  ['mp4', () => canaryClip('mp4')],
  ['mov', () => canaryClip('mov')],
  ['wav', oneTone],
  ['zip', canaryBanner],
])

function oneColour(): sharp.Sharp {
  const [r, g, b] = randomBytes(3)
  return sharp({ create: { width: 1600, height: 1200, channels: 3, background: { r, g, b } } })
}

/** A4 with a rectangle of one colour (ISO 32000-2, 7.5). */
function onePage(): Buffer {
  const [r = 0, g = 0, b = 0] = randomBytes(3)
  const drawing = `${[r, g, b].map((one) => (one / 255).toFixed(3)).join(' ')} rg 60 60 475 722 re f`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> /Contents 4 0 R >>',
    `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
  ]
  let text = '%PDF-1.7\n'
  const table = ['0000000000 65535 f ']
  for (const [at, object] of objects.entries()) {
    table.push(`${String(text.length).padStart(10, '0')} 00000 n `)
    text += `${at + 1} 0 obj\n${object}\nendobj\n`
  }
  const trailer = `trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`
  return Buffer.from(`${text}xref\n0 5\n${table.join('\n')}\n${trailer}`, 'latin1')
}

const samplesPerSecond = 48_000

/** One second, mono, 16 bits: a sine of 300 to 900 Hz at a quarter of the full scale (-12 dBFS). */
function oneTone(): Buffer {
  const bytes = samplesPerSecond * 2
  const file = Buffer.alloc(44 + bytes)
  file.write('RIFF', 0)
  file.writeUInt32LE(36 + bytes, 4)
  file.write('WAVEfmt ', 8)
  // Length of the description, PCM, one channel.
  file.writeUInt32LE(16, 16)
  file.writeUInt16LE(1, 20)
  file.writeUInt16LE(1, 22)
  file.writeUInt32LE(samplesPerSecond, 24)
  file.writeUInt32LE(samplesPerSecond * 2, 28)
  file.writeUInt16LE(2, 32)
  file.writeUInt16LE(16, 34)
  file.write('data', 36)
  file.writeUInt32LE(bytes, 40)
  const step = (2 * Math.PI * randomInt(300, 900)) / samplesPerSecond
  for (let at = 0; at < samplesPerSecond; at += 1)
    file.writeInt16LE(Math.round(Math.sin(at * step) * 8191), 44 + at * 2)
  return file
}
