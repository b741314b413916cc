import type { PdfFacts } from '../../../../quality-control/facts/pdf'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { pdfFacts } from '../../../support/pdf-facts'

const { pass, fail } = rowsOf((changes: Partial<PdfFacts>) => ({ pdf: pdfFacts(changes) }))

describeCheck('pdf/attachments', [
  pass('none', {}),
  pass('Content Credentials', { attachments: [{ name: 'manifest', isContentCredentials: true }] }),
  fail(
    'a text',
    { attachments: [{ name: 'notes.txt', isContentCredentials: false }] },
    { saying: 'notes.txt' },
  ),
])
