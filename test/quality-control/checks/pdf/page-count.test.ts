import type { PdfFacts } from '../../../../quality-control/facts/pdf'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { pdfFacts } from '../../../support/pdf-facts'

const { pass, fail } = rowsOf((changes: Partial<PdfFacts>) => ({ pdf: pdfFacts(changes) }))

describeCheck('pdf/page-count', [
  pass('one page, one wanted', { pageCount: 1 }, { settings: { maxPages: 1 } }),
  pass('a brochure of 16 pages', { pageCount: 16 }, { settings: { minPages: 8, multipleOf: 4 } }),
  fail(
    'two pages, one wanted',
    { pageCount: 2 },
    { settings: { maxPages: 1 }, saying: 'has 2 pages; expected at least 1, at most 1' },
  ),
  fail(
    '14 pages in a stitched brochure',
    { pageCount: 14 },
    { settings: { multipleOf: 4 }, saying: 'a multiple of 4' },
  ),
  fail('too few', { pageCount: 3 }, { settings: { minPages: 4 } }),
])
