import type { PdfFacts } from '../../../../quality-control/facts/pdf'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { box, boxes, pages, pdfFacts } from '../../../support/pdf-facts'

const { pass, fail } = rowsOf((changes: Partial<PdfFacts>) => ({ pdf: pdfFacts(changes) }))

describeCheck('pdf/bleed', [
  pass('3 mm', {}),
  fail('2 mm on one side', pages(boxes({ bleed: box(1, 0, 216, 303) })), {
    saying: '2.0 mm of bleed on the shortest side',
  }),
  pass('2 mm where 2 are wanted', pages(boxes({ bleed: box(1, 1, 215, 302) })), {
    settings: { minBleedMm: 2 },
  }),
  fail(
    'the same fault on many pages is one finding',
    pages(...Array.from({ length: 9 }, () => boxes({ trim: box(0, 0, 216, 303, 'default') }))),
    {
      saying: /^Pages 1–9: [^\n]*\n$/,
    },
  ),
  fail('no trim box', pages(boxes({ trim: box(0, 0, 216, 303, 'default') })), {
    saying: 'states no trim box',
  }),
  fail(
    'a trim box and nothing around it',
    pages(boxes({ trim: box(3, 3, 213, 300), bleed: box(3, 3, 213, 300, 'default') })),
    {
      saying: '0.0 mm',
    },
  ),
])
