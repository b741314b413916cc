import type { PdfFacts } from '../../../../quality-control/facts/pdf'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { pdfFacts } from '../../../support/pdf-facts'

const { pass, warn, fail } = rowsOf((changes: Partial<PdfFacts>) => ({ pdf: pdfFacts(changes) }))

describeCheck('pdf/unread-content', [
  pass('all read', {}),
  pass('ink that was not measured', { inkGaps: ['Ink coverage was measured on the first 64 of 200 pages.'] }),
  fail('a gap', { contentGaps: ['Parts of page 1 are missing in the file.'] }, { saying: 'Parts of page 1' }),
  warn(
    'more pages than are read',
    { pageCount: 500, pagesRead: 200 },
    { saying: 'Only the first 200 of 500 pages were checked.' },
  ),
])
