import type { PdfFacts } from '../../../../quality-control/facts/pdf'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { box, boxes, pages, pdfFacts } from '../../../support/pdf-facts'

const { pass, fail } = rowsOf((changes: Partial<PdfFacts>) => ({ pdf: pdfFacts(changes) }))

describeCheck('pdf/box-nesting', [
  pass('trim in bleed in media', {}),
  pass(
    'boxes left out',
    pages(boxes({ trim: box(0, 0, 500, 500, 'default'), bleed: box(0, 0, 400, 400, 'default') })),
  ),
  fail('trim beyond bleed', pages(boxes({ trim: box(3, 3, 220, 300) })), {
    saying: 'the trim box extends 4.0 mm beyond the bleed box',
  }),
  fail('bleed beyond the sheet', pages(boxes({ bleed: box(-2, 0, 216, 303) })), {
    saying: 'bleed box extends 2.0 mm beyond the media box',
  }),
  fail('crop cuts into trim', pages(boxes({ crop: box(10, 10, 200, 290) })), {
    saying: '13.0 mm beyond the crop box',
  }),
])
