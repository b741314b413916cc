import type { PdfFacts } from '../../checks/facts/pdf'
import type { Probe, ProbeInput, ProbeResult } from '../probe'
import { documentFacts, javaScriptPlaces, reachableDictionaries } from './document-facts'
import { readContent } from './read-content'
import { readPageTree } from './page-tree'
import { readStructure } from './read-structure'
import type { PdfStructure } from './read-structure'

/** Pages whose content is read, from the first; further ones are counted. */
const mostPages = 200

/** A PDF's structure, content, ink coverage, text and previews, by qpdf and poppler. */
export const probePdf: Probe = async (input) => {
  input.onProgress({ phase: 'reading the PDF' })
  const structure = await readStructure(input)
  if ('unreadable' in structure) return unreadable(structure.unreadable)
  return readable(input, structure)
}

function unreadable(reason: string): Omit<ProbeResult, 'medium'> {
  return {
    facts: { integrity: { isDecodable: false, errorCount: 1, errors: [reason] } },
    problems: { pdf: reason, text: reason },
    previews: [],
    technicalFacts: [],
    tools: [],
  }
}

async function readable(input: ProbeInput, structure: PdfStructure): Promise<Omit<ProbeResult, 'medium'>> {
  const { objects } = structure
  const { pages, pageCount } = readPageTree(objects, mostPages)
  if (pageCount === 0) return unreadable('The PDF has no pages.')
  const reachable = reachableDictionaries(objects)
  const content = await readContent(input, objects, pages)
  const { hasAuthor: _, ...document } = documentFacts(objects, content.metadata, reachable)
  const pdf: PdfFacts = {
    pdfVersion: structure.pdfVersion,
    pageCount,
    pagesAnalysed: pages.length,
    pagesRendered: 0,
    contentGaps: content.gaps,
    encryption: structure.encryption,
    ...document,
    javaScriptPlaces: javaScriptPlaces(objects, reachable),
    fonts: content.fonts,
    pages: content.pages,
  }
  const { warnings } = structure
  return {
    facts: { pdf, integrity: { isDecodable: true, errorCount: warnings.length, errors: warnings.slice(0, 10) } },
    problems: {},
    previews: [],
    technicalFacts: [],
    tools: [],
  }
}
