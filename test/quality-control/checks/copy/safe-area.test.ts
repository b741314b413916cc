import { describeCheck } from '../../../support/check-table'
import { textFacts } from '../../../support/facts'

const noText = { text: textFacts([]) }

describeCheck('copy/safe-area', [
  { name: 'no text', facts: noText, is: 'not_applicable' },
  { name: 'text in the middle', facts: { text: textFacts(['Summer sale']) }, is: 'pass' },
  {
    name: 'text at the top',
    facts: { text: textFacts(['Summer sale'], { y: 0.02 }) },
    is: 'warn',
    saying: '2.0 % from the top',
  },
  {
    name: 'text at the bottom',
    facts: { text: textFacts(['Summer sale'], { y: 0.95 }) },
    is: 'warn',
    saying: 'from the bottom',
  },
  {
    name: 'text at the left',
    facts: { text: textFacts(['Summer'], { x: 0.01 }) },
    is: 'warn',
    saying: 'from the left',
  },
  {
    name: 'text at the right',
    facts: { text: textFacts(['Summer'], { x: 0.95 }) },
    is: 'warn',
    saying: 'from the right',
  },
  {
    name: 'text under a story’s head',
    facts: { text: textFacts(['Summer sale'], { y: 0.1 }) },
    settings: { topPercent: 14 },
    is: 'warn',
    saying: '10.0 % from the top',
  },
  {
    name: 'text within rounding of the edge',
    facts: { text: textFacts(['Summer sale'], { y: 0.049 }) },
    is: 'pass',
  },
])
