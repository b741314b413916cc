import type { PdfFacts } from '../../../../quality-control/facts/pdf'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { pages, pdfFacts } from '../../../support/pdf-facts'

const { pass, fail } = rowsOf((changes: Partial<PdfFacts>) => ({ pdf: pdfFacts(changes) }))
const richBlack = (sizePoints: number) =>
  pages({ richBlackText: [{ sizePoints, cmykPercent: [60, 40, 40, 100], count: 1 }] })

describeCheck('pdf/rich-black-text', [
  pass('none', {}),
  pass('a headline of 48 pt', richBlack(48)),
  fail('8 pt', richBlack(8), {
    saying: 'Page 1: text of 8 pt uses C / M / Y / K 60 / 40 / 40 / 100',
  }),
  pass('8 pt where only smaller text counts', richBlack(8), { settings: { maxTextPoints: 7 } }),
])
