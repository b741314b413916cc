import sharp from 'sharp'

export interface ImageText {
  headline: string
  line: string
}

/** Two colours of the background, dark enough for white text. */
export type Palette = readonly [string, string]

/**
 * An advertisement as a JPEG: large, sharp, sRGB with its profile, with text that can be read and is spelled
 * correctly.
 */
export async function goodImage(words: ImageText, palette: Palette): Promise<Buffer> {
  return sharp(Buffer.from(advertisement(2400, 1600, words, palette)), { density: 72 })
    .flatten({ background: palette[0] })
    .withIccProfile('srgb')
    .jpeg({ quality: 92, chromaSubsampling: '4:4:4' })
    .toBuffer()
}

/**
 * As copied from a web page: small, soft, heavily compressed, with a placeholder left in.
 */
export async function badImage(): Promise<Buffer> {
  const words = { headline: 'Lorem ipsum', line: 'Refreshng as the first morning' }
  const small = await sharp(Buffer.from(advertisement(2400, 1600, words, ['#4b5320', '#8a8f55'])), {
    density: 72,
  })
    .flatten({ background: '#4b5320' })
    .resize(480, 320)
    .blur(1.2)
    .toBuffer()
  return sharp(small).jpeg({ quality: 28 }).toBuffer()
}

/** The same image as the first frame of the videos. */
export function advertisement(
  width: number,
  height: number,
  { headline, line }: ImageText,
  [dark, light]: Palette,
): string {
  const at = (x: number, y: number) => ({ x: Math.round(x * width), y: Math.round(y * height) })
  const unit = height / 16
  const title = at(0.1, 0.42)
  const sub = at(0.1, 0.54)
  const foot = at(0.1, 0.86)
  const bottle = at(0.76, 0.24)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <defs><linearGradient id="sky" x1="0" y1="0" x2="1" y2="1">
      <stop offset="0" stop-color="${dark}"/><stop offset="1" stop-color="${light}"/>
    </linearGradient></defs>
    <rect width="${width}" height="${height}" fill="url(#sky)"/>
    <circle cx="${0.8 * width}" cy="${0.5 * height}" r="${5.4 * unit}" fill="#ffffff" fill-opacity="0.14"/>
    <g fill="#fdf6e3" stroke="${dark}" stroke-width="${unit / 12}">
      <path d="M ${bottle.x} ${bottle.y} h ${1.6 * unit} v ${2.2 * unit}
        c 0 ${unit} ${1.1 * unit} ${unit} ${1.1 * unit} ${2.2 * unit} v ${5 * unit}
        h ${-3.8 * unit} v ${-5 * unit}
        c 0 ${-1.2 * unit} ${1.1 * unit} ${-1.2 * unit} ${1.1 * unit} ${-2.2 * unit} z"/>
      <rect x="${bottle.x - 1.1 * unit}" y="${bottle.y + 5.4 * unit}" width="${3.8 * unit}"
        height="${2 * unit}" fill="${dark}"/>
    </g>
    <g font-family="DejaVu Sans, Verdana, sans-serif" fill="#ffffff">
      <text x="${title.x}" y="${title.y}" font-size="${1.5 * unit}" font-weight="bold">${headline}</text>
      <text x="${sub.x}" y="${sub.y}" font-size="${0.8 * unit}">${line}</text>
      <text x="${foot.x}" y="${foot.y}"
        font-size="${0.5 * unit}">Enjoy cold. Please recycle the bottle.</text>
    </g>
  </svg>`
}
