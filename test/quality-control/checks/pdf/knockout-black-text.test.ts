import type { PdfFacts } from '../../../../quality-control/facts/pdf'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { pages, pdfFacts } from '../../../support/pdf-facts'

const { pass, warn } = rowsOf((changes: Partial<PdfFacts>) => ({ pdf: pdfFacts(changes) }))

describeCheck('pdf/knockout-black-text', [
  pass('none', pages({})),
  warn('9 pt', pages({ knockoutText: [{ sizePoints: 9, count: 4 }] }), {
    saying: 'Page 1: black text of 9 pt removes the colour under it.',
  }),
  pass('a headline of 12 pt', pages({ knockoutText: [{ sizePoints: 12, count: 1 }] })),
  warn('14 pt where the printer asks for 18', pages({ knockoutText: [{ sizePoints: 14, count: 1 }] }), {
    settings: { maxTextPoints: 18 },
  }),
])
