import type { CodeFacts, TextFacts } from '../../facts/text'
import { rethrowAccident } from '../host-accident'
import type { ProbeInput, ProbedMedium } from '../probe-types'
import { markSpelling } from '../text/mark-spelling'
import type { TreePage } from './structure/page-tree'
import { readRenderedText } from './read-rendered-text'
import { readWords } from './read-words'

interface TextResult {
  text?: TextFacts
  codes?: CodeFacts
  problems: ProbedMedium['problems']
}

/** The words and codes of the pages that are wanted: from the PDF's own text, else from the rendered page. */
export async function readText(
  input: ProbeInput,
  pages: TreePage[],
  heavy: ReadonlyMap<number, string>,
): Promise<TextResult> {
  const [wantsText, wantsCodes] = [input.wants.has('text'), input.wants.has('codes')]
  if (!wantsText && !wantsCodes) return { problems: {} }
  try {
    // Text is only read up to a page that must not be opened.
    const firstHeavy = pages.findIndex(({ page }) => heavy.has(page))
    const open = firstHeavy === -1 ? pages : pages.slice(0, firstHeavy)
    const stated = wantsText ? await readWords(input, open.length) : undefined
    const rendered = await readRenderedText(input, open, stated?.pagesWithText ?? new Set())
    const codes = wantsCodes ? { codes: { codes: rendered.codes } } : {}
    if (stated === undefined) return { ...codes, problems: {} }
    const { words, isEnglish } = await markSpelling(stated.words, { signal: input.signal, ...input.limits })
    const source = stated.words.length > 0 ? 'pdf' : 'ocr'
    return {
      text: { source, words: [...words, ...rendered.words], wordsOmitted: stated.wordsOmitted, isEnglish },
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
