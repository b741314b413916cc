import type { PdfFacts } from '../../../../quality-control/facts/pdf'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { pages, pdfFacts } from '../../../support/pdf-facts'

const { pass, warn } = rowsOf((changes: Partial<PdfFacts>) => ({ pdf: pdfFacts(changes) }))

describeCheck('pdf/text-size', [
  pass('9 pt', pages({ textSizes: [{ sizePoints: 9, count: 40 }] })),
  pass('5 pt in black', pages({ textSizes: [{ sizePoints: 5, count: 40 }] })),
  warn('3.5 pt', pages({ textSizes: [{ sizePoints: 3.5, count: 1 }] }), {
    saying: 'Page 1: text of 3.5 pt; expected at least 4 pt.',
  }),
  warn('white, 5 pt', pages({ textSizes: [{ sizePoints: 5, inks: 'white', count: 1 }] }), {
    saying: 'white text of 5 pt',
  }),
  warn('several inks, 5.5 pt', pages({ textSizes: [{ sizePoints: 5.5, inks: 'several', count: 1 }] })),
  warn('6 pt where the profile asks for 7', pages({ textSizes: [{ sizePoints: 6, count: 1 }] }), {
    settings: { minPoints: 7 },
  }),
])
