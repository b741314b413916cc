import { describeCheck } from '../../../support/check-table'
import { textFacts } from '../../../support/facts'

describeCheck('copy/required-text', [
  { name: 'nothing required', facts: { text: textFacts(['Summer']) }, is: 'not_applicable' },
  {
    name: 'there',
    facts: { text: textFacts(['Drink', 'responsibly.']) },
    settings: { phrases: ['Drink responsibly'] },
    is: 'pass',
  },
  {
    name: 'there, in capitals',
    facts: { text: textFacts(['DRINK RESPONSIBLY']) },
    settings: { phrases: ['Drink responsibly!'] },
    is: 'pass',
  },
  {
    name: 'missing',
    facts: { text: textFacts(['Drink']) },
    settings: { phrases: ['Drink responsibly'] },
    is: 'fail',
    saying: '"Drink responsibly" was not found',
  },
])
