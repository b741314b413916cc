import { describeCheck } from '../../../support/check-table'
import { imageFacts } from '../../../support/facts'

describeCheck('image/bit-depth', [
  { name: '8 bits', facts: { image: imageFacts() }, is: 'pass' },
  {
    name: '16 bits on screen',
    facts: { image: imageFacts({ bitsPerChannel: 16 }) },
    is: 'warn',
    saying: '16 bits per channel',
  },
  {
    name: '16 bits where they are accepted',
    facts: { image: imageFacts({ bitsPerChannel: 16 }) },
    settings: { maxBits: 16 },
    is: 'pass',
  },
  { name: '1 bit', facts: { image: imageFacts({ bitsPerChannel: 1 }) }, is: 'warn' },
])
