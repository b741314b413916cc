import type { PdfFacts } from '../../../../quality-control/facts/pdf'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { pdfFacts } from '../../../support/pdf-facts'

const { pass, fail } = rowsOf((changes: Partial<PdfFacts>) => ({ pdf: pdfFacts(changes) }))
const intent = { subtype: 'GTS_PDFX', condition: 'FOGRA39', hasProfile: true, components: 4 }

describeCheck('pdf/output-intent', [
  pass('FOGRA39', { outputIntents: [intent] }),
  fail('none', { outputIntents: [] }, { saying: 'no output intent' }),
  fail('one for archives only', { outputIntents: [{ ...intent, subtype: 'GTS_PDFA1' }] }),
  fail(
    'another condition',
    { outputIntents: [intent] },
    { settings: { acceptedConditions: 'fogra5[12]' }, saying: 'FOGRA39; expected fogra5' },
  ),
  fail('an RGB profile', { outputIntents: [{ ...intent, components: 3 }] }, { saying: 'not for CMYK' }),
  fail(
    'no profile where one is wanted',
    { outputIntents: [{ ...intent, hasProfile: false }] },
    { settings: { mustHaveProfile: true } },
  ),
])
