import type { PdfFacts } from '../../../../quality-control/facts/pdf'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { pages, pdfFacts } from '../../../support/pdf-facts'

const { pass, warn, fail } = rowsOf((changes: Partial<PdfFacts>) => ({ pdf: pdfFacts(changes) }))

describeCheck('pdf/blank-pages', [
  pass('none', {}),
  warn('one of two', pages({}, { isBlank: true }), { saying: 'Page 2: blank.' }),
  fail('all', pages({ isBlank: true }, { isBlank: true })),
  pass('one that is meant', pages({}, { isBlank: true }), { settings: { maxPages: 1 } }),
])
