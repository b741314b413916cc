import type { PdfFacts } from '../../../../quality-control/facts/pdf'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { pdfFacts } from '../../../support/pdf-facts'

const { pass, fail } = rowsOf((changes: Partial<PdfFacts>) => ({ pdf: pdfFacts(changes) }))

describeCheck('pdf/javascript', [
  pass('none', {}),
  fail(
    'one at opening',
    { javaScriptLocations: ['when the document opens'] },
    { saying: 'contains a script (when the document opens).' },
  ),
])
