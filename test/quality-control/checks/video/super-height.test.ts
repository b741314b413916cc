import type { SuperLine } from '../../../../quality-control/facts/supers'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { superFacts } from '../../../support/super-facts'

const { pass, warn, notApplicable } = rowsOf((changes: Partial<SuperLine>) => ({
  supers: superFacts(changes.text ?? 'See shop.example for details', changes),
}))
const lines = (count: number) => ({ letterHeight: count / 1080 })

describeCheck('video/super-height', [
  pass('30 lines', lines(30)),
  pass('29 lines, within the measurement', lines(29.2)),
  warn('22 lines', lines(22), { saying: '22 of 1080 lines' }),
  pass('26 lines on a block', { ...lines(26), isOnBlock: true }),
  warn('22 lines on a block', { ...lines(22), isOnBlock: true }, { saying: '22 of 1080 lines' }),
  notApplicable('a label on a product', { ...lines(12), text: 'Net 500 ml', words: 2 }),
])
