import type { PdfFacts } from '../../../../quality-control/facts/pdf'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { box, boxes, pages, pdfFacts } from '../../../support/pdf-facts'

const { pass, warn, fail } = rowsOf((changes: Partial<PdfFacts>) => ({ pdf: pdfFacts(changes) }))

const ink = { maximumPercent: 100, above: [], inkedShare: 1 }

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
  warn(
    'a bleed box, but artwork that ends at the trim',
    pages({ ink: { ...ink, reachMm: { left: 0, right: 3, top: 2.5 } } }),
    { saying: 'Page 1: the artwork touches the edge of the page, but ends 0.0 mm beyond it (left)' },
  ),
  pass('artwork up to the bleed', pages({ ink: { ...ink, reachMm: { left: 3.2, bottom: 2.8 } } })),
  pass('no ink at the edge', pages({ ink: { ...ink, reachMm: {} } })),
])
