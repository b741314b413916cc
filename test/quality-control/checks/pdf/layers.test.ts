import type { PdfFacts } from '../../../../quality-control/facts/pdf'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { pdfFacts } from '../../../support/pdf-facts'

const { pass, warn } = rowsOf((changes: Partial<PdfFacts>) => ({ pdf: pdfFacts(changes) }))
const layer = { name: 'Notes', isVisible: true, isPrinted: true }

describeCheck('pdf/layers', [
  pass('shown and printed', { layers: [layer] }),
  warn(
    'hidden',
    { layers: [{ ...layer, isVisible: false, isPrinted: false }] },
    { saying: 'The layer "Notes" is hidden.' },
  ),
  warn(
    'hidden, but printed',
    { layers: [{ ...layer, isVisible: false }] },
    { saying: 'hidden, but printed' },
  ),
  warn('any, where none may be', { layers: [layer] }, { settings: { isVisibleAccepted: false } }),
])
