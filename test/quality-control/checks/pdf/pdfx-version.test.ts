import type { PdfFacts } from '../../../../quality-control/facts/pdf'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { pdfFacts } from '../../../support/pdf-facts'

const { pass, fail } = rowsOf((changes: Partial<PdfFacts>) => ({ pdf: pdfFacts(changes) }))

describeCheck('pdf/pdfx-version', [
  pass('X-1a of 2001', { pdfxVersion: 'PDF/X-1a:2001' }),
  fail('none', {}, { saying: 'does not claim to be PDF/X' }),
  fail('another one', { pdfxVersion: 'PDF/X-5g' }, { saying: 'claims to be PDF/X-5g' }),
])
