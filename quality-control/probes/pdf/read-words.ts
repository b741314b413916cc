import type { Word } from '../../facts/text'
import type { ProbeInput } from '../probe-types'
import { runTool } from '../run-tool'
import type { TreePage } from './structure/page-tree'
import { toolOptions } from './structure/read-structure'

export interface PdfWords {
  words: Word[]
  wordsOmitted: number
  /** Number of words by page. */
  wordsOfPages: Map<number, number>
}

const maxWords = 5000
const maxWordLength = 100
const maxLineLength = 65_536

/** The text objects of the pages, by pdftotext, in reading order; boxes are fractions of the shown page. */
export async function readWords(input: ProbeInput, pages: readonly TreePage[]): Promise<PdfWords> {
  const found: PdfWords = { words: [], wordsOmitted: 0, wordsOfPages: new Map() }
  if (pages.length === 0) return found
  let page = { number: 0, width: 1, height: 1 }
  let line = 0
  let rest = ''
  const take = (text: string) => {
    const size = /^\s*<page width="([\d.]+)" height="([\d.]+)"/.exec(text)
    if (size) page = shownPage(page.number + 1, [Number(size[1]), Number(size[2])], pages[page.number])
    if (/^\s*<line /.test(text)) line++
    const word =
      /^\s*<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*)<\/word>/.exec(text)
    if (word === null) return
    found.wordsOfPages.set(page.number, (found.wordsOfPages.get(page.number) ?? 0) + 1)
    if (found.words.length >= maxWords) found.wordsOmitted++
    else found.words.push(wordOf(word.slice(1), page, line))
  }
  const onStdout = (chunk: Buffer) => {
    const lines = (rest + chunk.toString('latin1')).split('\n')
    rest = (lines.pop() ?? '').slice(0, maxLineLength)
    for (const one of lines) take(one)
  }
  const { killedFor } = await runTool(
    'pdftotext',
    ['-bbox-layout', '-f', '1', '-l', String(pages.length), input.path, '-'],
    {
      ...toolOptions(input),
      onStdout,
    },
  )
  if (killedFor !== undefined)
    throw new Error(killedFor === 'crash' ? 'pdftotext crashed' : 'reading the text took more than 5 minutes')
  return found
}

/** The words are those of the turned page, its size is that of the page before it is turned. */
function shownPage(number: number, [wide, high]: [number, number], page: TreePage | undefined) {
  const isTurned = (page?.rotationDegrees ?? 0) % 180 !== 0
  const [width, height] = isTurned ? [high, wide] : [wide, high]
  return { number, width: Math.max(1, width), height: Math.max(1, height) }
}

function wordOf(
  [xMin, yMin, xMax, yMax, text]: (string | undefined)[],
  page: { number: number; width: number; height: number },
  line: number,
): Word {
  const fraction = (value: string | undefined, whole: number) =>
    Math.round(Math.min(1, Math.max(0, Number(value) / whole)) * 10_000) / 10_000
  const [x, y] = [fraction(xMin, page.width), fraction(yMin, page.height)]
  return {
    text: unescaped(Buffer.from(text ?? '', 'latin1').toString('utf8')).slice(0, maxWordLength),
    confidence: 100,
    page: page.number,
    x,
    y,
    width: fraction(xMax, page.width) - x,
    height: fraction(yMax, page.height) - y,
    line,
  }
}

const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }

function unescaped(text: string): string {
  return text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => entities[name] ?? '')
}
