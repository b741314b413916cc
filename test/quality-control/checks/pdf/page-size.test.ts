import type { PdfFacts } from '../../../../quality-control/facts/pdf'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { box, boxes, pages, pdfFacts } from '../../../support/pdf-facts'

const { pass, fail, notApplicable } = rowsOf((changes: Partial<PdfFacts>) => ({ pdf: pdfFacts(changes) }))

describeCheck('pdf/page-size', [
  pass('A4', {}, { settings: { formats: ['A4'] } }),
  pass('0.4 mm off', pages(boxes({ trim: box(0, 0, 210.4, 296.6) })), { settings: { formats: ['A4'] } }),
  fail('0.7 mm off', pages(boxes({ trim: box(0, 0, 210.7, 297) })), {
    settings: { formats: ['A4'] },
    saying: '210.7 × 297.0 mm',
  }),
  pass('a size in millimetres', pages(boxes({ trim: box(5, 5, 105, 55) })), {
    settings: { formats: ['A4', '100x50'] },
  }),
  fail('A4 on its side', pages(boxes({ trim: box(0, 0, 297, 210) })), { settings: { formats: ['A4'] } }),
  pass('A4 on its side where that is accepted', pages(boxes({ trim: box(0, 0, 297, 210) })), {
    settings: { formats: ['A4'], isTurnedAccepted: true },
  }),
  pass('A4 that is shown turned', pages({ rotationDegrees: 90, ...boxes({ trim: box(0, 0, 297, 210) }) }), {
    settings: { formats: ['A4'] },
  }),
  notApplicable('no size in the profile', {}, { saying: 'sets no page size' }),
])
