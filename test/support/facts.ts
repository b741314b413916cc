import type { FileFacts, IntegrityFacts } from '../../quality-control/facts/file'
import type { ImageFacts, PixelFacts } from '../../quality-control/facts/image'
import type { TextFacts, TextLanguage, Word } from '../../quality-control/facts/text'

/** Facts of an undamaged JPEG. A test changes the fields that it is about. */
export function fileFacts(changes: Partial<FileFacts> = {}): FileFacts {
  return {
    name: 'summer.jpg',
    extension: 'jpg',
    sizeBytes: 120_000,
    sha256: 'a'.repeat(64),
    detectedType: 'jpeg',
    detectedMime: 'image/jpeg',
    typeDescription: 'JPEG image',
    typeExtensions: ['jpg', 'jpeg'],
    privacy: { hasGps: false, hasSerialNumber: false, hasAuthor: false },
    ...changes,
  }
}

export function integrityFacts(changes: Partial<IntegrityFacts> = {}): IntegrityFacts {
  return { isDecodable: true, errorCount: 0, errors: [], ...changes }
}

export function imageFacts(changes: Partial<ImageFacts> = {}): ImageFacts {
  return {
    format: 'jpeg',
    widthPixels: 1200,
    heightPixels: 800,
    orientation: 1,
    colourModel: 'rgb',
    channels: 3,
    bitsPerChannel: 8,
    profile: { name: 'sRGB IEC61966-2.1', colourModel: 'rgb' },
    hasAlphaChannel: false,
    jpeg: { quality: 85, chromaSubsampling: '4:2:0', isProgressive: false },
    pages: 1,
    pixels: pixelFacts(),
    ...changes,
  }
}

export function pixelFacts(changes: Partial<PixelFacts> = {}): PixelFacts {
  return {
    widthPixels: 1200,
    heightPixels: 800,
    meanLuma: 120,
    darkest: 5,
    dark: 20,
    bright: 220,
    brightest: 250,
    deviation: 60,
    sharpness: 0.7,
    isSmooth: false,
    transparentShare: 0,
    ...changes,
  }
}

export function textLanguage(code: string, words = 20, isJudged = true): TextLanguage {
  const name = new Intl.DisplayNames('en', { type: 'language' }).of(code) ?? code
  return { code, name, words, isJudged }
}

/** Lines of words in the middle of the image. */
export function textFacts(
  lines: string[],
  changes: Partial<Word> & { source?: TextFacts['source']; languages?: TextLanguage[] } = {},
): TextFacts {
  const { source = 'ocr', languages, ...word } = changes
  const words = lines.flatMap((line, index) =>
    line.split(' ').map((text, place) => ({
      text,
      confidence: 95,
      page: 1,
      x: 0.2 + place * 0.05,
      y: 0.3 + index * 0.05,
      width: 0.04,
      height: 0.03,
      line: index,
      ...word,
    })),
  )
  return { source, words, wordsOmitted: 0, languages: languages ?? [textLanguage('en', words.length)] }
}
