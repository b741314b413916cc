import type { PdfFacts } from '../../../../quality-control/facts/pdf'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { pdfFacts } from '../../../support/pdf-facts'

const { pass, fail } = rowsOf((changes: Partial<PdfFacts>) => ({ pdf: pdfFacts(changes) }))

describeCheck('pdf/form-fields', [
  pass('none', {}),
  fail('two', { formFieldCount: 2 }, { saying: '2 form fields' }),
  fail('an XFA form', { hasXfa: true }, { saying: 'XFA form: most programs show other pages' }),
])
