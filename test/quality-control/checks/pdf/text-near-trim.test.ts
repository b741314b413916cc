import type { PdfPage } from '../../../../quality-control/facts/pdf'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { box, boxes, pages, pdfFacts } from '../../../support/pdf-facts'

/** A word at these millimetres of the shown sheet, which is 216 × 303 mm with 3 mm around the trim. */
function word(left: number, top: number, text = 'Offer', [sheetWidth, sheetHeight] = [216, 303]) {
  const place = {
    x: left / sheetWidth,
    y: top / sheetHeight,
    width: 20 / sheetWidth,
    height: 4 / sheetHeight,
  }
  return { text, confidence: 100, page: 1, line: 1, ...place }
}

const { pass, warn, notApplicable } = rowsOf(
  ({ words, page = {} }: { words: ReturnType<typeof word>[]; page?: Partial<PdfPage> }) => ({
    pdf: pdfFacts(pages(page)),
    text: { source: 'pdf' as const, words, wordsOmitted: 0, languages: [] },
  }),
)

describeCheck('pdf/text-near-trim', [
  pass('in the middle', { words: [word(100, 100)] }),
  pass('5 mm from the left', { words: [word(8, 100)] }),
  warn(
    '1 mm from the left',
    { words: [word(4, 100)] },
    { saying: 'Page 1: "Offer" is 1.0 mm from the edge.' },
  ),
  warn('1 mm from the bottom', { words: [word(100, 295)] }),
  warn('across the edge', { words: [word(200, 100)] }, { saying: 'across the edge' }),
  pass('in the slug', { words: [word(100, -4)] }),
  pass('2 mm where 1 is enough', { words: [word(5, 100)] }, { settings: { minDistanceMm: 1 } }),
  pass('a page without a trim box', {
    words: [word(4, 100)],
    page: boxes({ trim: box(0, 0, 216, 303, 'default') }),
  }),
  warn('a page that is rotated: its left side is shown at the top', {
    words: [word(100, 32, 'Offer', [303, 216])],
    page: { rotationDegrees: 90, ...boxes({ trim: box(30, 3, 213, 300) }) },
  }),
  pass('a single letter', { words: [word(4, 100, 'x')] }),
  notApplicable('no text', { words: [] }),
])
