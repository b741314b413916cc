import type { PdfFacts } from '../../../../quality-control/facts/pdf'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { pdfFacts } from '../../../support/pdf-facts'

const { pass, warn } = rowsOf((changes: Partial<PdfFacts>) => ({ pdf: pdfFacts(changes) }))
const font = { name: 'Arial', type: 'TrueType', isEmbedded: false, isSubset: false, pages: [2, 3] }

describeCheck('pdf/type3-fonts', [
  pass('TrueType', { fonts: [{ ...font, isEmbedded: true }] }),
  warn('Type 3', { fonts: [{ ...font, type: 'Type3', isEmbedded: true }] }, { saying: 'is a Type 3 font' }),
])
