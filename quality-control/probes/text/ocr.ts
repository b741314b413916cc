import type { TextLanguage, Word } from '../../facts/text'
import { installedLanguages } from './installed-languages'
import { languageOf } from './languages'
import { lineLanguages } from './line-languages'
import { markSpelling } from './mark-spelling'
import { type OcrOptions, readWords } from './read-words'
import { confirmSpelling } from './second-reading'

const maxWords = 3000

/**
 * The words that tesseract reads in an image that we made (PGM, PNG or JPEG), with their boxes and marked
 * spelling. A text in another language is read again with the model of that language, where this host has
 * it. Throws when tesseract is not installed, fails or takes too long.
 */
export async function ocr(
  imagePath: string,
  options: OcrOptions,
): Promise<{ words: Word[]; wordsOmitted: number; languages: TextLanguage[] }> {
  const first = await readWords(imagePath, { model: 'eng', mode: 11 }, options)
  const model = await betterModel(first, options)
  const words = model === undefined ? first : await readWords(imagePath, { model, mode: 11 }, options)
  const spelled = await markSpelling(words.slice(0, maxWords), options)
  return {
    words: await confirmSpelling(imagePath, spelled.words, options),
    languages: spelled.languages,
    wordsOmitted: Math.max(0, words.length - maxWords),
  }
}

const minConfidence = 60

/** The model of the text's language; undefined for English, and where there is none. */
async function betterModel(words: readonly Word[], options: OcrOptions): Promise<string | undefined> {
  const sure = words.filter(({ confidence, text }) => confidence >= minConfidence && /\p{L}{2}/u.test(text))
  const { main } = await lineLanguages([sure.map(({ text }) => text).join(' ')], options)
  const model = main === undefined || main === 'en' ? undefined : languageOf(main)?.ocr
  const { models } = await installedLanguages(options.searchPath)
  return model !== undefined && models.has(model) ? model : undefined
}
