import type { PdfFacts } from '../../../../quality-control/facts/pdf'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { box, boxes, pages, pdfFacts } from '../../../support/pdf-facts'

const { pass, warn } = rowsOf((changes: Partial<PdfFacts>) => ({ pdf: pdfFacts(changes) }))

describeCheck('pdf/mixed-page-sizes', [
  pass('two of A4', pages({}, {})),
  warn('a cover half as wide', pages({}, boxes({ trim: box(0, 0, 105, 297) })), {
    saying: 'Page 2: 105.0 × 297.0 mm; page 1 has 210.0 × 297.0 mm.',
  }),
])
