import { describeCheck, rowsOf } from '../../../support/check-table'
import { box, boxes, pages, pdfFacts } from '../../../support/pdf-facts'

const { pass, warn, fail } = rowsOf((changes: Parameters<typeof pages>[0]) => ({
  pdf: pdfFacts(pages(changes)),
}))

describeCheck('pdf/registration-colour', [
  pass('none inside the trim', {}),
  fail(
    'text inside the trim',
    { registration: [{ painted: 'text', count: 1 }] },
    { saying: 'Page 1: registration colour in text inside the trim (1 object).' },
  ),
  fail('lines inside the trim', { registration: [{ painted: 'vector', count: 3 }] }, { saying: '3 objects' }),
  warn(
    'marks on a page without a trim box',
    { ...boxes({ trim: box(0, 0, 216, 303, 'default') }), registration: [{ painted: 'vector', count: 8 }] },
    { saying: 'without a trim box' },
  ),
])
