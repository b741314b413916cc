import type { PdfBox, PdfFacts, PdfPage } from '../../quality-control/facts/pdf'

/** A4 with 3 mm of bleed, on a sheet that ends with the bleed, without faults. */
function pdfPage(changes: Partial<PdfPage> = {}): PdfPage {
  const sheet = box(0, 0, 216, 303)
  return {
    page: 1,
    rotationDegrees: 0,
    userUnit: 1,
    boxes: {
      media: sheet,
      crop: { ...sheet, origin: 'default' },
      bleed: sheet,
      trim: box(3, 3, 213, 300),
      art: { ...sheet, origin: 'default' },
    },
    colours: [{ space: 'cmyk', painted: 'vector', names: [], count: 1 }],
    transparency: [],
    overprint: [],
    registration: [],
    thinLines: [],
    textSizes: [],
    richBlackText: [],
    knockoutText: [],
    images: [],
    imagePixels: 0,
    annotations: [],
    isBlank: false,
    ...changes,
  }
}

/** A document of one such page. */
export function pdfFacts(changes: Partial<PdfFacts> = {}): PdfFacts {
  const pages = changes.pages ?? [pdfPage()]
  return {
    pdfVersion: '1.4',
    pageCount: pages.length,
    pagesRead: pages.length,
    pagesRendered: 0,
    contentGaps: [],
    inkGaps: [],
    outputIntents: [],
    javaScriptLocations: [],
    riskyActions: [],
    attachments: [],
    layers: [],
    formFieldCount: 0,
    hasXfa: false,
    fonts: [],
    ...changes,
    pages,
  }
}

/** A document of pages with these changes each. */
export function pages(...changes: Partial<PdfPage>[]): Partial<PdfFacts> {
  return {
    pageCount: changes.length,
    pages: changes.map((change, index) => pdfPage({ page: index + 1, ...change })),
  }
}

/** Changes of a page: these boxes instead of the usual ones. */
export function boxes(changes: Partial<PdfPage['boxes']>): Partial<PdfPage> {
  return { boxes: { ...pdfPage().boxes, ...changes } }
}

/** In millimetres. */
export function box(
  left: number,
  bottom: number,
  right: number,
  top: number,
  origin: PdfBox['origin'] = 'written',
): PdfBox {
  return { left: points(left), bottom: points(bottom), right: points(right), top: points(top), origin }
}

function points(millimetres: number): number {
  return (millimetres * 72) / 25.4
}
