import { describeCheck } from '../../../support/check-table'
import { imageFacts, pixelFacts } from '../../../support/facts'

const undecodable = { image: imageFacts({ pixels: undefined }) }
const pixels = (changes: Parameters<typeof pixelFacts>[0]) => ({
  image: imageFacts({ pixels: pixelFacts(changes) }),
})

describeCheck('image/blank', [
  { name: 'an ordinary image', facts: pixels({}), is: 'pass' },
  { name: 'one flat colour', facts: pixels({ deviation: 0 }), is: 'fail', saying: 'flat colour' },
  {
    name: 'fully transparent',
    facts: pixels({ deviation: 0, transparentShare: 1 }),
    is: 'fail',
    saying: 'fully transparent',
  },
  { name: 'a image that does not decode', facts: undecodable, is: 'not_applicable' },
])
