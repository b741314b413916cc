import type { CodeFacts, TextFacts, Word } from '../../facts/text'
import { rethrowAccident } from '../host-accident'
import type { ProbeInput, ProbedMedium } from '../probe-types'
import { mergeLanguages } from '../text/merge-languages'
import { markSpelling } from '../text/mark-spelling'
import type { TreePage } from './structure/page-tree'
import type { PdfImages } from './images/pdf-images'
import { readRenderedText } from './read-rendered-text'
import { readWords } from './read-words'

/** A page number or a live caption on a scan: the rest of the page may be text, too. */
const fewWords = 10

interface TextResult {
  text?: TextFacts
  codes?: CodeFacts
  problems: ProbedMedium['problems']
}

/** The words and codes of the pages that are wanted: from the PDF's own text, else from the rendered page. */
export async function readText(input: ProbeInput, pages: TreePage[], images: PdfImages): Promise<TextResult> {
  const [wantsText, wantsCodes] = [input.wants.has('text'), input.wants.has('codes')]
  if (!wantsText && !wantsCodes) return { problems: {} }
  try {
    // Text is only read up to a page that must not be opened.
    const heavy = await images.heavyPages()
    const firstHeavy = pages.findIndex(({ page }) => heavy.has(page))
    const open = firstHeavy === -1 ? pages : pages.slice(0, firstHeavy)
    const stated = wantsText ? await readWords(input, open) : undefined
    const wordsOn = (page: number) => stated?.wordsOfPages.get(page) ?? 0
    const rendered = await readRenderedText(
      input,
      open,
      (page) => wordsOn(page) === 0 || (wordsOn(page) <= fewWords && images.mayShowText(page)),
    )
    const codes = wantsCodes ? { codes: { codes: rendered.codes } } : {}
    if (stated === undefined) return { ...codes, problems: {} }
    const { signal, scratchDir, limits } = input
    const { words, languages } = await markSpelling(stated.words, { signal, scratchDir, ...limits })
    const source = stated.words.length > 0 ? 'pdf' : 'ocr'
    return {
      text: {
        source,
        words: [...words, ...rendered.words.filter((word) => !isStated(word, words))],
        wordsOmitted: stated.wordsOmitted,
        languages: mergeLanguages([...languages, ...rendered.languages]),
      },
      ...codes,
      problems: {},
    }
  } catch (error) {
    input.signal.throwIfAborted()
    rethrowAccident(error)
    const reason = `The text could not be read: ${error instanceof Error ? error.message : String(error)}`
    return { problems: { ...(wantsText ? { text: reason } : {}), ...(wantsCodes ? { codes: reason } : {}) } }
  }
}

/** Whether OCR read a word that the PDF states itself: its middle is inside that word. */
function isStated({ page, x, y, width, height }: Word, stated: readonly Word[]): boolean {
  const [middleX, middleY] = [x + width / 2, y + height / 2]
  return stated.some(
    (word) =>
      word.page === page &&
      middleX >= word.x &&
      middleX <= word.x + word.width &&
      middleY >= word.y &&
      middleY <= word.y + word.height,
  )
}
