import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

import type { CodeFacts, TextLanguage, Word } from '../../facts/text'
import type { ProbeInput } from '../probe-types'
import { runTool } from '../run-tool'
import { codesIn } from '../text/codes-in'
import { ocr } from '../text/ocr'
import type { TreePage } from './structure/page-tree'
import { toolOptions } from './structure/read-structure'

export interface RenderedText {
  words: Word[]
  /** Of each page that was read: one language may be there several times. */
  languages: TextLanguage[]
  codes: CodeFacts['codes']
}

/** OCR of a page takes seconds, so only the first pages are read. */
const maxPages = 5
const usualPixelsPerInch = 200
const maxPixels = 12_000_000

/** Words of the pages whose text is an image or outlines, and codes: from the rendered page. */
export async function readRenderedText(
  input: ProbeInput,
  pages: TreePage[],
  needsOcr: (page: number) => boolean,
): Promise<RenderedText> {
  const found: RenderedText = { words: [], languages: [], codes: [] }
  const [wantsText, wantsCodes] = [input.wants.has('text'), input.wants.has('codes')]
  const isWanted = ({ page }: TreePage) => wantsCodes || (wantsText && needsOcr(page))
  for (const page of pages.slice(0, maxPages).filter(isWanted)) {
    input.onProgress({ phase: `reading page ${page.page}` })
    const image = await renderPage(input, page)
    if (image === undefined) continue
    if (wantsText && needsOcr(page.page)) {
      const options = { signal: input.signal, scratchDir: input.scratchDir, ...input.limits }
      const { words, languages } = await ocr(image, options)
      found.languages.push(...languages)
      found.words.push(...words.map((word) => ({ ...word, page: page.page })))
    }
    if (wantsCodes) {
      const codes = await codesIn(image, maxPixels * 2, { signal: input.signal, ...input.limits })
      found.codes.push(...codes.map((code) => ({ ...code, page: page.page })))
    }
    await rm(image)
  }
  return found
}

async function renderPage(
  input: ProbeInput,
  { page, userUnit, boxes: { media } }: TreePage,
): Promise<string | undefined> {
  const area = Math.max(1, (media.right - media.left) * (media.top - media.bottom))
  const pixelsPerInch = Math.min(
    usualPixelsPerInch,
    72 * Math.sqrt(Math.min(maxPixels, input.limits.maxPixels) / area),
  )
  // Poppler leaves the page's UserUnit out.
  const range = ['-f', String(page), '-l', String(page), '-r', (pixelsPerInch * userUnit).toFixed(2)]
  const { killedFor } = await runTool(
    'pdftoppm',
    ['-gray', '-jpeg', '-jpegopt', 'quality=90', ...range, input.path, 'text'],
    toolOptions(input),
  )
  if (killedFor !== undefined)
    throw new Error(killedFor === 'crash' ? 'pdftoppm crashed' : `page ${page} took too long to render`)
  const file = (await readdir(input.scratchDir)).find((one) => /^text-\d+\.jpg$/.test(one))
  return file === undefined ? undefined : join(input.scratchDir, file)
}
