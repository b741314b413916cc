import type { PdfFacts } from '../../../../quality-control/facts/pdf'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { pages, pdfFacts } from '../../../support/pdf-facts'

const { pass, warn, fail } = rowsOf((changes: Partial<PdfFacts>) => ({ pdf: pdfFacts(changes) }))

describeCheck('pdf/hairlines', [
  pass('a quarter point', pages({ thinLines: [{ widthPoints: 0.25, count: 3 }] })),
  fail(
    '0.1 pt',
    pages({
      thinLines: [
        { widthPoints: 0.1, count: 2 },
        { widthPoints: 0.24, count: 1 },
        { widthPoints: 0.5, count: 9 },
      ],
    }),
    { saying: '3 lines thinner than 0.25 pt; the thinnest is 0.1 pt' },
  ),
  warn('white, 0.3 pt', pages({ thinLines: [{ widthPoints: 0.3, inks: 'white', count: 1 }] }), {
    saying: 'Page 1 has white lines thinner than 0.5 pt; the thinnest is 0.3 pt.',
  }),
  warn('several inks, 0.25 pt', pages({ thinLines: [{ widthPoints: 0.25, inks: 'several', count: 1 }] })),
  pass('several inks, 0.5 pt', pages({ thinLines: [{ widthPoints: 0.5, inks: 'several', count: 1 }] })),
  fail('width 0', pages({ thinLines: [{ widthPoints: 0, count: 1 }] })),
])
