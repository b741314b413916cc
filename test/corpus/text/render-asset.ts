import sharp from 'sharp'

import { PdfWriter } from '../../../sandbox/samples/pdf-writer'
import { randomFrom, type SeededAsset } from './seeded-assets'

/** The bytes of an asset, with a name that fits them. */
export async function renderAsset(asset: SeededAsset): Promise<{ name: string; bytes: Buffer }> {
  const name = `asset-${asset.number}`
  if (asset.kind === 'PDF text') return { name: `${name}.pdf`, bytes: livePdf(asset) }
  const image = sharp(Buffer.from(svgOf(asset)))
  if (asset.kind === 'PDF scan') return { name: `${name}.pdf`, bytes: await scannedPdf(image) }
  if (asset.kind !== 'JPEG photo') return { name: `${name}.png`, bytes: await image.png().toBuffer() }
  return { name: `${name}.jpg`, bytes: await image.jpeg({ quality: 75 }).toBuffer() }
}

const [width, height] = [1200, 800]
const fonts = ['DejaVu Sans', 'DejaVu Serif', 'DejaVu Sans Mono']

/** Sizes, fonts and colours vary with the number. */
function svgOf(asset: SeededAsset): string {
  const random = randomFrom(asset.number + 10_000)
  const between = (low: number, high: number) => low + random() * (high - low)
  const isDark = asset.kind === 'light on dark' || asset.kind === 'JPEG photo'
  const hue = Math.floor(between(0, 360))
  const [paper, ink] = isDark
    ? [`hsl(${hue},45%,22%)`, `hsl(${hue},30%,94%)`]
    : [`hsl(${hue},40%,95%)`, `hsl(${hue},60%,20%)`]
  const edge = asset.kind === 'JPEG photo' ? `hsl(${(hue + 60) % 360},50%,34%)` : paper
  const font = asset.kind === 'title' ? 'DejaVu Serif' : (fonts[Math.floor(random() * 3)] ?? '')
  const headline = asset.kind === 'capitals' ? asset.headline.toUpperCase() : asset.headline
  const left = Math.floor(between(40, 120))
  const small = asset.kind === 'small print' ? between(15, 18) : between(18, 24)
  const blocks = [
    { text: headline, size: between(40, 54), y: 170, weight: asset.kind === 'title' ? 'bold' : 'normal' },
    { text: asset.body, size: between(24, 34), y: 360, weight: 'normal' },
    { text: asset.smallPrint, size: small, y: 690, weight: 'normal' },
  ]
  const lines = blocks.flatMap(({ text, size, y, weight }) =>
    wrapped(text, Math.floor((width - left - 60) / (size * 0.63))).map(
      (line, index) =>
        `<text x="${left}" y="${Math.round(y + index * size * 1.35)}" font-size="${size.toFixed(1)}" ` +
        `font-weight="${weight}">${line}</text>`,
    ),
  )
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs>` +
    `<linearGradient id="g" x2="1" y2="1"><stop stop-color="${paper}"/>` +
    `<stop offset="1" stop-color="${edge}"/></linearGradient></defs>` +
    `<rect width="${width}" height="${height}" fill="url(#g)"/>` +
    `<g font-family="${font}" fill="${ink}">${lines.join('')}</g></svg>`
  )
}

function wrapped(text: string, maxCharacters: number): string[] {
  const lines = ['']
  for (const word of text.split(' ')) {
    const line = `${lines.at(-1) ?? ''} ${word}`.trim()
    if (line.length > maxCharacters) lines.push(word)
    else lines[lines.length - 1] = line
  }
  return lines
}

async function scannedPdf(image: sharp.Sharp): Promise<Buffer> {
  const writer = new PdfWriter()
  const jpeg = await image.jpeg({ quality: 85 }).toBuffer()
  const entries =
    `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB ` +
    `/BitsPerComponent 8 /Filter /DCTDecode`
  const shown = writer.stream(entries, jpeg, { isCompressed: false })
  const content = 'q 600 0 0 400 0 0 cm /Im Do Q'
  writer.page({ media: [0, 0, 600, 400], content, resources: `/XObject << /Im ${shown} >>` })
  return writer.toBuffer()
}

/** Helvetica with the letters of the text: each gets a code of its own, by its glyph name. */
function livePdf({ headline, body, smallPrint }: SeededAsset): Buffer {
  const blocks = [
    { text: headline, size: 22, y: 330 },
    { text: body, size: 13, y: 240 },
    { text: smallPrint, size: 8, y: 40 },
  ]
  const special = [...new Set(Array.from(headline + body + smallPrint).filter((one) => one > '~'))]
  const codes = new Map(special.map((letter, index) => [letter, 128 + index]))
  const shown = (line: string) =>
    Array.from(line, (one) => (codes.get(one) ?? one.charCodeAt(0)).toString(16).padStart(2, '0')).join('')
  const lines = blocks.flatMap(({ text, size, y }) =>
    wrapped(text, Math.floor(520 / (size * 0.5))).map(
      (line, index) => `BT /F ${size} Tf 40 ${y - index * size * 1.3} Td <${shown(line)}> Tj ET`,
    ),
  )
  const names = special.map((one) => `/uni${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`)
  const encoding = `<< /Type /Encoding /Differences [128 ${names.join(' ')}] >>`
  const writer = new PdfWriter()
  const font = writer.add(`<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding ${encoding} >>`)
  writer.page({ media: [0, 0, 600, 400], content: lines.join('\n'), resources: `/Font << /F ${font} >>` })
  return writer.toBuffer()
}
