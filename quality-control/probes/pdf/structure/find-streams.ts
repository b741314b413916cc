import type { TreePage } from './page-tree'
import type { PdfDictionary, PdfObjects, PdfValue } from './pdf-objects'

const maxStreams = 20_000

/**
 * References of every stream that paints the pages (contents, form XObjects, tiling patterns) and of the
 * document's XMP metadata.
 */
export function findStreams(objects: PdfObjects, pages: TreePage[]): Set<string> {
  const found = new Set<string>()
  const seenResources = new Set<PdfDictionary>()
  const pending: PdfDictionary[] = []
  const add = (value: PdfValue | undefined) => {
    if (!objects.isStream(value) || found.has(value) || found.size >= maxStreams) return
    found.add(value)
    pending.push(objects.dictionary(objects.dictionary(value)['/Resources']))
  }
  add(objects.dictionary(objects.trailer['/Root'])['/Metadata'])
  for (const page of pages) {
    for (const content of contentsOf(objects, page)) add(content)
    pending.push(page.resources)
    for (let resources = pending.pop(); resources !== undefined; resources = pending.pop()) {
      if (seenResources.has(resources)) continue
      seenResources.add(resources)
      for (const value of Object.values(objects.dictionary(resources['/XObject'])))
        if (isForm(objects, value)) add(value)
      for (const value of Object.values(objects.dictionary(resources['/Pattern']))) add(value)
    }
  }
  return found
}

/** One stream, or several that are read as one. */
export function contentsOf(objects: PdfObjects, { dictionary }: TreePage): PdfValue[] {
  const contents = dictionary['/Contents'] ?? null
  return objects.isStream(contents) ? [contents] : objects.array(contents)
}

function isForm(objects: PdfObjects, value: PdfValue): boolean {
  return objects.name(objects.dictionary(value)['/Subtype']) === 'Form'
}
