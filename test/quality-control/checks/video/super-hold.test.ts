import { describeCheck, rowsOf } from '../../../support/check-table'
import { superFacts } from '../../../support/super-facts'

const nine = 'Terms apply. See shop.example for the whole offer'.concat(' now')
const { pass, warn, notApplicable } = rowsOf(
  ({ text = nine, seconds }: { text?: string; seconds: number }) => ({
    supers: superFacts(text, { seconds }),
  }),
)

describeCheck('video/super-hold', [
  pass('nine words for 3.8 s', { seconds: 3.8 }),
  pass('a tenth of a second less, which is within the measurement', { seconds: 3.7 }),
  warn('nine words for 3 s', { seconds: 3 }, { saying: '9 words need 3.8 s' }),
  pass('ten words for 5 s', { text: `${nine} only`, seconds: 5 }),
  warn('ten words for 4.5 s', { text: `${nine} only`, seconds: 4.5 }, { saying: '10 words need 5 s' }),
  notApplicable('the name of a brand', { text: 'Fresh Drinks', seconds: 0.5 }),
  pass('a profile with another rule', { seconds: 2 }, { settings: { secondsPerWord: 0.1, shortSeconds: 1 } }),
])
