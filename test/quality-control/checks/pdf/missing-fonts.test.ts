import type { PdfFacts } from '../../../../quality-control/facts/pdf'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { pdfFacts } from '../../../support/pdf-facts'

const { pass, fail } = rowsOf((changes: Partial<PdfFacts>) => ({ pdf: pdfFacts(changes) }))
const font = { name: 'Arial', type: 'TrueType', isEmbedded: false, isSubset: false, pages: [2, 3] }

describeCheck('pdf/missing-fonts', [
  pass('embedded', { fonts: [{ ...font, isEmbedded: true }] }),
  pass('never shown', { fonts: [{ ...font, pages: [] }] }),
  fail('never shown as far as was read', {
    fonts: [{ ...font, pages: [] }],
    contentGaps: ['Parts are missing.'],
  }),
  fail(
    'missing',
    { fonts: [font] },
    { saying: 'The font Arial is used on 2 pages, first on page 2, and is not embedded.' },
  ),
  pass('accepted by name', { fonts: [font] }, { settings: { acceptedNames: ['Arial'] } }),
])
