import type { PdfBox, PdfFacts, PdfPage } from '../../quality-control/facts/pdf'

/** A4 with 3 mm of bleed, on a sheet that ends with the bleed; nothing wrong with it. */
export function pdfPage(changes: Partial<PdfPage> = {}): PdfPage {
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
    thinLines: [],
    richBlackText: [],
    images: [],
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
    pagesAnalysed: pages.length,
    pagesRendered: 0,
    contentGaps: [],
    outputIntents: [],
    javaScriptPlaces: [],
    riskyActions: [],
    attachments: [],
    layers: [],
    formFieldCount: 0,
    fonts: [],
    ...changes,
    pages,
  }
}

function box(...millimetres: [number, number, number, number]): PdfBox {
  const [left = 0, bottom = 0, right = 0, top = 0] = millimetres.map((value) => (value * 72) / 25.4)
  return { left, bottom, right, top, origin: 'written' }
}
