import type { PdfFacts, PdfInk, PdfPage } from '../../facts/pdf'
import type { Probe, ProbedMedium, ProbeInput } from '../probe-types'
import { damageIn } from './structure/damage'
import { documentFacts, javaScriptPlaces, reachableDictionaries } from './structure/document-facts'
import { readPageTree } from './structure/page-tree'
import type { TreePage } from './structure/page-tree'
import { readContent } from './content/read-content'
import { readStructure } from './structure/read-structure'
import type { PdfStructure } from './structure/read-structure'
import { readText } from './read-text'
import { renderInk } from './ink/render-ink'
import { renderPreviews } from './render-previews'
import { technicalFacts } from './structure/technical-facts'
import { toolVersions } from './tool-versions'

/** Pages whose content is read, from the first; further ones are counted. */
const mostPages = 200
const errorsKept = 10

/**
 * A PDF's structure, content, ink coverage, text and previews: qpdf reads and unpacks it, poppler renders it.
 */
export const probePdf: Probe = async (input) => {
  input.onProgress({ phase: 'reading the PDF' })
  const structure = await readStructure(input)
  if ('unreadable' in structure) return unreadable(structure.unreadable)
  const { pages, pageCount } = readPageTree(structure.objects, mostPages)
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
  const { objects, warnings, pdfVersion, encryption } = structure
  // Two lanes, each one tool at a time: what is drawn, and what it looks like.
  const [{ content, ink }, { shown, text }] = await Promise.all([
    readContent(input, objects, treePages).then(async (content) => ({
      content,
      ink: await renderInk(input, content.pages),
    })),
    renderPreviews(input, pageCount).then(async (shown) => ({
      shown,
      text: await readText(input, treePages),
    })),
  ])
  const reachable = reachableDictionaries(objects)
  const { hasAuthor, ...document } = documentFacts(objects, content.metadata, reachable)
  const pdf: PdfFacts = {
    pdfVersion,
    pageCount,
    pagesAnalysed: content.pages.length,
    pagesRendered: ink.inks.size,
    contentGaps: [...content.gaps, ...ink.gaps],
    encryption,
    ...document,
    javaScriptPlaces: javaScriptPlaces(objects, reachable),
    fonts: content.fonts,
    pages: content.pages.map((page) => withInk(page, ink.inks.get(page.page))),
  }
  const errors = damageIn([...warnings, ...content.errors, ...shown.errors, ...ink.errors])
  const integrity = {
    isDecodable: shown.previews.length > 0,
    errorCount: errors.length,
    errors: errors.slice(0, errorsKept),
  }
  return {
    facts: {
      pdf,
      integrity,
      ...(text.text ? { text: text.text } : {}),
      ...(text.codes ? { codes: text.codes } : {}),
    },
    problems: text.problems,
    previews: shown.previews,
    technicalFacts: technicalFacts(pdf),
    tools: await toolVersions(input),
    privacy: { hasAuthor },
  }
}

/** A page whose paper stays white everywhere is blank, whatever it paints. */
function withInk(page: PdfPage, ink: PdfInk | undefined): PdfPage {
  return ink === undefined ? page : { ...page, ink, isBlank: page.isBlank || ink.inkedShare === 0 }
}
