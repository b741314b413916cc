import { describeCheck } from '../../../support/check-table'
import { textFacts } from '../../../support/facts'

const noText = { text: textFacts([]) }

describeCheck('copy/text-size', [
  { name: 'no text', facts: noText, is: 'not_applicable' },
  { name: 'a headline', facts: { text: textFacts(['Summer sale'], { height: 0.08 }) }, is: 'pass' },
  {
    name: 'small print',
    facts: { text: textFacts(['Terms and conditions apply'], { height: 0.006 }) },
    is: 'warn',
    saying: '0.6 % of the height',
  },
  {
    name: 'small print that is accepted',
    facts: { text: textFacts(['Terms apply'], { height: 0.006 }) },
    settings: { minHeightPercent: 0.5 },
    is: 'pass',
  },
  { name: 'specks in a texture', facts: { text: textFacts(['i l'], { height: 0.004 }) }, is: 'pass' },
])
