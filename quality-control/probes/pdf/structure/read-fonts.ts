import type { PdfFont } from '../../../facts/pdf'
import type { TreePage } from './page-tree'
import type { PdfDictionary, PdfObjects, PdfValue } from './pdf-objects'

const maxFonts = 500

/**
 * Every font in the resources of the pages and of their forms; `pagesOf` lists the pages that show text with
 * it.
 */
export function readFonts(
  objects: PdfObjects,
  resources: Iterable<PdfDictionary>,
  pagesOf: ReadonlyMap<PdfDictionary, number[]>,
): PdfFont[] {
  const fonts = new Map<PdfDictionary, PdfFont>()
  for (const one of resources) {
    for (const value of Object.values(objects.dictionary(one['/Font']))) {
      const font = objects.dictionary(value)
      if (!fonts.has(font) && fonts.size < maxFonts && Object.keys(font).length > 0)
        fonts.set(font, fontOf(objects, font, pagesOf.get(font) ?? []))
    }
  }
  return [...fonts.values()]
}

function fontOf(objects: PdfObjects, font: PdfDictionary, pages: number[]): PdfFont {
  const [descendant] = objects.array(font['/DescendantFonts'])
  const simple = descendant === undefined ? font : objects.dictionary(descendant)
  const descriptor = objects.dictionary(simple['/FontDescriptor'])
  const type = objects.name(simple['/Subtype']) ?? 'unknown'
  const name =
    objects.name(font['/BaseFont']) ??
    objects.name(descriptor['/FontName']) ??
    objects.name(font['/Name']) ??
    'unnamed'
  const isEmbedded =
    type === 'Type3' ||
    ['/FontFile', '/FontFile2', '/FontFile3'].some((key) => objects.isStream(descriptor[key]))
  return { name: name.slice(0, 100), type, isEmbedded, isSubset: /^[A-Z]{6}\+/.test(name), pages }
}

/** The resources of the pages and of every stream that paints on them. */
export function allResources(
  objects: PdfObjects,
  pages: TreePage[],
  streams: Iterable<PdfValue>,
): PdfDictionary[] {
  const own = [...streams].map((stream) => objects.dictionary(objects.dictionary(stream)['/Resources']))
  return [...new Set([...pages.map(({ resources }) => resources), ...own])]
}
