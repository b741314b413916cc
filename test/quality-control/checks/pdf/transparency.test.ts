import type { PdfFacts } from '../../../../quality-control/facts/pdf'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { pages, pdfFacts } from '../../../support/pdf-facts'

const { pass, fail } = rowsOf((changes: Partial<PdfFacts>) => ({ pdf: pdfFacts(changes) }))

describeCheck('pdf/transparency', [
  pass('none', {}),
  pass(
    'a group with nothing see-through',
    pages({ transparency: [{ kind: 'group', detail: 'page', count: 1 }] }),
  ),
  fail(
    'the same where groups do not pass',
    pages({ transparency: [{ kind: 'group', detail: 'page', count: 1 }] }),
    {
      settings: { isGroupAccepted: false },
    },
  ),
  fail('half transparent', pages({ transparency: [{ kind: 'alpha', detail: '50 %', count: 1 }] }), {
    saying: 'Page 1: transparent objects.',
  }),
])
