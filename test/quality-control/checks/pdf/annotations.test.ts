import type { PdfFacts } from '../../../../quality-control/facts/pdf'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { pages, pdfFacts } from '../../../support/pdf-facts'

const { pass, warn, fail } = rowsOf((changes: Partial<PdfFacts>) => ({ pdf: pdfFacts(changes) }))

describeCheck('pdf/annotations', [
  pass('links', pages({ annotations: [{ subtype: 'Link', isPrinted: true, count: 4 }] })),
  warn('a note', pages({ annotations: [{ subtype: 'Text', isPrinted: false, count: 1 }] })),
  fail('a stamp that prints', pages({ annotations: [{ subtype: 'Stamp', isPrinted: true, count: 1 }] }), {
    saying: 'that will be printed',
  }),
])
