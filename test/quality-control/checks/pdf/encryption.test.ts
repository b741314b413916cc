import type { PdfFacts } from '../../../../quality-control/facts/pdf'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { pdfFacts } from '../../../support/pdf-facts'

const { pass, fail } = rowsOf((changes: Partial<PdfFacts>) => ({ pdf: pdfFacts(changes) }))

describeCheck('pdf/encryption', [
  pass('none', {}),
  fail(
    'printing forbidden',
    { encryption: { method: 'AESv2, 128 bit', restrictions: ['printing'] } },
    { saying: 'forbids: printing' },
  ),
  fail('nothing forbidden', { encryption: { method: 'AESv3, 256 bit', restrictions: [] } }),
])
