import type { PdfBox, PdfBoxName } from '../../../facts/pdf'
import { clipped } from '../content/bounds'
import type { PdfDictionary, PdfObjects, PdfValue } from './pdf-objects'
import { isReference } from './pdf-objects'

export interface TreePage {
  page: number
  dictionary: PdfDictionary
  resources: PdfDictionary
  rotationDegrees: number
  userUnit: number
  boxes: Record<PdfBoxName, PdfBox>
}

const maxNodes = 500_000
/** Poppler and Acrobat use it for a page without a MediaBox. */
const letter = [0, 0, 612, 792]

/**
 * Walks the page tree as written, without repairs that would hide which box belongs to which page. Reads
 * `maxPages` pages, counts all.
 */
export function readPageTree(
  objects: PdfObjects,
  maxPages: number,
): { pages: TreePage[]; pageCount: number } {
  const root = objects.dictionary(objects.trailer['/Root'])['/Pages']
  const pending: { value: PdfValue | undefined; inherited: PdfDictionary }[] = [
    { value: root, inherited: {} },
  ]
  const seen = new Set<string>()
  const pages: TreePage[] = []
  let pageCount = 0
  for (
    let node = pending.pop(), visited = 0;
    node !== undefined && visited < maxNodes;
    node = pending.pop(), visited++
  ) {
    if (isReference(node.value) && seen.size === seen.add(node.value).size) continue
    const dictionary = objects.dictionary(node.value)
    const inherited = { ...node.inherited, ...inheritable(dictionary) }
    const kids = objects.resolve(dictionary['/Kids'])
    if (Array.isArray(kids)) {
      for (const kid of [...kids].reverse()) pending.push({ value: kid, inherited })
    } else if (Object.keys(dictionary).length > 0) {
      pageCount++
      if (pages.length < maxPages) pages.push(pageOf(objects, dictionary, inherited, pageCount))
    }
  }
  return { pages, pageCount }
}

function inheritable(dictionary: PdfDictionary): PdfDictionary {
  const keys = ['/Resources', '/MediaBox', '/CropBox', '/Rotate']
  return Object.fromEntries(
    Object.entries(dictionary).filter(([key, value]) => keys.includes(key) && value !== null),
  )
}

function pageOf(
  objects: PdfObjects,
  dictionary: PdfDictionary,
  inherited: PdfDictionary,
  page: number,
): TreePage {
  const userUnit = Math.min(Math.max(objects.number(dictionary['/UserUnit']) ?? 1, 0.01), 75_000)
  const box = (key: string): PdfBox | undefined => {
    const numbers = objects.numbers(dictionary[key] ?? inherited[key], 4)
    return numbers && boxOf(numbers, userUnit, dictionary[key] === undefined ? 'inherited' : 'written')
  }
  const media = box('/MediaBox') ?? boxOf(letter, userUnit, 'default')
  const crop = box('/CropBox') ?? { ...media, origin: 'default' as const }
  // Boxes count as far as they are on the media (ISO 32000-1, 14.11.2.1).
  const onMedia = clipped(crop, media) ?? media
  const orCrop = (key: string) =>
    (dictionary[key] === undefined ? undefined : box(key)) ?? { ...onMedia, origin: 'default' as const }
  const boxes = { media, crop, bleed: orCrop('/BleedBox'), trim: orCrop('/TrimBox'), art: orCrop('/ArtBox') }
  return {
    page,
    dictionary,
    resources: objects.dictionary(inherited['/Resources']),
    rotationDegrees: rotationOf(objects.number(inherited['/Rotate']) ?? 0),
    userUnit,
    boxes,
  }
}

/** Viewers do not turn a page by anything else than quarters. */
function rotationOf(degrees: number): number {
  return degrees % 90 === 0 ? ((degrees % 360) + 360) % 360 : 0
}

/** Corners may be in any order (ISO 32000-1, 7.9.5). */
function boxOf(
  [x1 = 0, y1 = 0, x2 = 0, y2 = 0]: number[],
  userUnit: number,
  origin: PdfBox['origin'],
): PdfBox {
  const [left, right] = x1 < x2 ? [x1, x2] : [x2, x1]
  const [bottom, top] = y1 < y2 ? [y1, y2] : [y2, y1]
  const [l = 0, b = 0, r = 0, t = 0] = [left, bottom, right, top].map(
    (value) => Math.round(value * userUnit * 1000) / 1000,
  )
  return { left: l, bottom: b, right: r, top: t, origin }
}
