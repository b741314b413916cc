import type { SuperLine } from '../../../../quality-control/facts/supers'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { superFacts } from '../../../support/super-facts'

const { pass, warn, notApplicable } = rowsOf((changes: Partial<SuperLine>) => ({
  supers: superFacts(changes.text ?? 'See shop.example for details', changes),
}))

describeCheck('video/super-contrast', [
  pass('white on a dark image', { contrast: 12 }),
  pass('3 to 1', { contrast: 3 }),
  warn('white on a pale sky', { contrast: 1.6 }, { saying: '1.6 to 1' }),
  notApplicable('the name of a brand', { contrast: 1.2, text: 'Fresh', words: 1 }),
])
