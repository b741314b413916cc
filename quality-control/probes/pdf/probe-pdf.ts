import { open } from 'node:fs/promises'

import type { PdfFacts, PdfInk, PdfPage } from '../../facts/pdf'
import type { Probe, ProbedMedium, ProbeInput } from '../probe-types'
import {
  documentFacts,
  javaScriptLocations,
  lacksObjects,
  reachableDictionaries,
} from './structure/document-facts'
import { readPageTree } from './structure/page-tree'
import type { TreePage } from './structure/page-tree'
import { type PdfContent, readContent } from './content/read-content'
import { readStructure } from './structure/read-structure'
import type { PdfStructure } from './structure/read-structure'
import { describeText } from '../text/describe-text'
import { readText } from './read-text'
import { type InkResult, renderInk } from './ink/render-ink'
import { PdfImages } from './images/pdf-images'
import { integrityFacts } from './integrity-facts'
import { pageDetails } from './page-details'
import { renderPreviews } from './render-previews'
import { technicalFacts } from './structure/technical-facts'
import { toolVersions } from './tool-versions'

/** Content is read from the first pages only; all pages are counted. */
const maxPages = 200

/**
 * A PDF's structure, content, ink coverage, text and previews: qpdf reads and unpacks it, poppler renders
 * it.
 */
export const probePdf: Probe = async (input) => {
  input.onProgress({ phase: 'reading the PDF' })
  const structure = await readStructure(input)
  if ('unreadable' in structure) return unreadable(structure.unreadable)
  const { pages, pageCount } = readPageTree(structure.objects, maxPages)
  return pageCount === 0 ? unreadable('The PDF has no pages.') : readable(input, structure, pages, pageCount)
}

function unreadable(reason: string): ProbedMedium {
  const integrity = { isDecodable: false, errorCount: 1, errors: [reason] }
  return { facts: { integrity }, problems: {}, previews: [], technicalFacts: [], tools: [] }
}

async function readable(
  input: ProbeInput,
  structure: PdfStructure,
  treePages: TreePage[],
  pageCount: number,
): Promise<ProbedMedium> {
  const images = new PdfImages(input, structure.objects, treePages)
  const [{ content, ink }, { previews, errors, text }] = await bothEnded(
    readPaint(input, structure, treePages, images),
    readAppearance(input, treePages, pageCount, images),
  )
  const { pdf, hasAuthor } = pdfFacts(structure, pageCount, content, ink)
  const { faults, remarks } = await images.faults([...errors, ...ink.errors])
  const isWhole = (await endsAsPdf(input.path)) && !lacksObjects(structure.objects)
  const toolLines = [...structure.warnings, ...content.errors, ...remarks]
  return {
    facts: {
      pdf,
      integrity: integrityFacts(faults, toolLines, previews.length > 0, isWhole),
      ...(text.text ? { text: text.text } : {}),
      ...(text.codes ? { codes: text.codes } : {}),
    },
    problems: text.problems,
    previews,
    technicalFacts: [...technicalFacts(pdf), ...describeText(text.text)],
    tools: await toolVersions(input),
    privacy: { hasAuthor },
  }
}

/** Viewers look for the end in the last 1,024 bytes (PDF Reference 1.7, appendix H, note 18). */
async function endsAsPdf(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const { buffer } = await file.read(Buffer.alloc(1_024), 0, 1_024, Math.max(0, size - 1_024))
    return buffer.includes('%%EOF')
  } finally {
    await file.close()
  }
}

/** Unlike `Promise.all`: when one fails, the other one must not go on writing into the scratch folder. */
async function bothEnded<A, B>(first: Promise<A>, second: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([first, second])
  return Promise.all([first, second])
}

/** What the page contents paint, and with how much ink. */
async function readPaint(
  input: ProbeInput,
  { objects }: PdfStructure,
  treePages: TreePage[],
  images: PdfImages,
) {
  const content = await images.scanning(readContent(input, objects, treePages, images.scan))
  return { content, ink: await renderInk(input, objects, content.pages, await images.heavyPages()) }
}

/** What a viewer sees: runs beside `readPaint`, one tool at a time each. */
async function readAppearance(
  input: ProbeInput,
  treePages: TreePage[],
  pageCount: number,
  images: PdfImages,
) {
  const heavy = await images.heavyPages()
  const { previews, errors } = await renderPreviews(input, pageCount, heavy)
  const text = await readText(input, treePages, images)
  const details = await pageDetails(input, treePages, text.text?.words ?? [], heavy)
  return { previews: [...previews, ...details], errors, text }
}

function pdfFacts(
  { objects, pdfVersion, encryption }: PdfStructure,
  pageCount: number,
  content: PdfContent,
  ink: InkResult,
): { pdf: PdfFacts; hasAuthor: boolean } {
  const reachable = reachableDictionaries(objects)
  const { hasAuthor, ...document } = documentFacts(objects, content.metadata, reachable)
  const pdf: PdfFacts = {
    pdfVersion,
    pageCount,
    pagesRead: content.pages.length,
    pagesRendered: ink.inks.size,
    contentGaps: content.gaps,
    inkGaps: ink.gaps,
    encryption,
    ...document,
    javaScriptLocations: javaScriptLocations(objects, reachable),
    fonts: content.fonts,
    pages: content.pages.map((page) => withInk(page, ink.inks.get(page.page))),
  }
  return { pdf, hasAuthor }
}

/** A page that stays paper white is blank, even if it paints something. */
function withInk(page: PdfPage, ink: PdfInk | undefined): PdfPage {
  return ink === undefined ? page : { ...page, ink, isBlank: page.isBlank || ink.inkedShare === 0 }
}
