import { codecOf } from '../content/placed-image'
import { contentsOf } from '../structure/find-streams'
import type { TreePage } from '../structure/page-tree'
import type { PdfDictionary, PdfObjects, PdfValue } from '../structure/pdf-objects'

export interface PageImage {
  /** `5 0 R`. */
  reference: string
  dictionary: PdfDictionary
  /** `DCTDecode`, `JPXDecode`, `FlateDecode` …; absent when there is no filter, or more than one. */
  codec?: string
}

export interface PageStreams {
  page: number
  images: PageImage[]
  /** Codecs of images that a page, a form or a pattern uses for its drawing operators. */
  contentCodecs: string[]
}

/** ISO 32000-1, 7.4: filters that decode to pixels. No producer packs drawing operators into them. */
const imageCodecs = ['DCTDecode', 'JPXDecode', 'JBIG2Decode', 'CCITTFaxDecode']
/** Of all pages together: shared resources are visited once for each page. */
const maxVisits = 50_000

/** The images that each page can paint, by its resources and those of its forms; decodes nothing. */
export function imagesOfPages(objects: PdfObjects, pages: TreePage[]): PageStreams[] {
  const budget = { visits: maxVisits }
  return pages.map((page) => streamsOf(objects, page, budget))
}

function streamsOf(objects: PdfObjects, page: TreePage, budget: { visits: number }): PageStreams {
  const images = new Map<string, PageImage>()
  const codecs = new Set<string>()
  const seen = new Set<PdfDictionary>()
  const pending: PdfDictionary[] = [page.resources]
  const noteContent = (value: PdfValue) => {
    const codec = codecOf(objects, objects.dictionary(value))
    if (codec !== undefined && imageCodecs.includes(codec)) codecs.add(codec)
  }
  const visit = (value: PdfValue) => {
    if (!objects.isStream(value) || images.has(value)) return
    const dictionary = objects.dictionary(value)
    const codec = codecOf(objects, dictionary)
    if (objects.name(dictionary['/Subtype']) === 'Image') {
      const isPlain = codec !== undefined && objects.array(dictionary['/Filter']).length <= 1
      images.set(value, { reference: value, dictionary, ...(isPlain ? { codec } : {}) })
      for (const mask of [dictionary['/SMask'], dictionary['/Mask']]) if (objects.isStream(mask)) visit(mask)
      return
    }
    noteContent(value)
    pending.push(objects.dictionary(dictionary['/Resources']))
  }
  for (const content of contentsOf(objects, page)) noteContent(content)
  for (let resources = pending.pop(); resources !== undefined; resources = pending.pop()) {
    if (seen.has(resources)) continue
    seen.add(resources)
    for (const kind of ['/XObject', '/Pattern'])
      for (const value of Object.values(objects.dictionary(resources[kind])))
        if (budget.visits-- > 0) visit(value)
  }
  return { page: page.page, images: [...images.values()], contentCodecs: [...codecs] }
}
