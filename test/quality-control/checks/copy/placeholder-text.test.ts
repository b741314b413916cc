import { describeCheck } from '../../../support/check-table'
import { textFacts } from '../../../support/facts'

describeCheck('copy/placeholder-text', [
  { name: 'an INSERT/COPY function', facts: { text: textFacts(['the INSERT/COPY function']) }, is: 'pass' },
  { name: 'a date with slashes', facts: { text: textFacts(['XX/XX/2026']) }, is: 'fail', saying: '"XX"' },
  { name: 'final text', facts: { text: textFacts(['Summer sale', 'Two for one']) }, is: 'pass' },
  {
    name: 'lorem ipsum',
    facts: { text: textFacts(['Lorem ipsum dolor']) },
    is: 'fail',
    saying: 'placeholder "lorem ipsum"',
  },
  { name: 'a date to come', facts: { text: textFacts(['From XX.XX.2026']) }, is: 'fail', saying: '"XX"' },
  { name: 'to be confirmed', facts: { text: textFacts(['Price: (TBC)']) }, is: 'fail' },
  {
    name: 'an Illustrator file without a PDF inside',
    facts: { text: textFacts(['that was saved without PDF Content.'], { source: 'pdf' }) },
    is: 'fail',
  },
  { name: 'a size that begins alike', facts: { text: textFacts(['Sizes S to XXL']) }, is: 'pass' },
  {
    name: 'two crosses that OCR is not sure of',
    facts: { text: textFacts(['XX'], { confidence: 75 }) },
    is: 'pass',
  },
  {
    name: 'a phrase of the profile',
    facts: { text: textFacts(['Insert price']) },
    settings: { phrases: ['insert price'] },
    is: 'fail',
  },
])
