import type { PdfFacts } from '../../../../quality-control/facts/pdf'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { pages, pdfFacts } from '../../../support/pdf-facts'

const { pass, fail } = rowsOf((changes: Partial<PdfFacts>) => ({ pdf: pdfFacts(changes) }))

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
  fail('width 0', pages({ thinLines: [{ widthPoints: 0, count: 1 }] })),
])
