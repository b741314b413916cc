import { describeCheck } from '../../../support/check-table'
import { imageFacts, pixelFacts } from '../../../support/facts'

const undecodable = { image: imageFacts({ pixels: undefined }) }
const pixels = (changes: Parameters<typeof pixelFacts>[0]) => ({
  image: imageFacts({ pixels: pixelFacts(changes) }),
})

describeCheck('image/exposure', [
  { name: 'an ordinary image', facts: pixels({}), is: 'pass' },
  {
    name: 'dark all over',
    facts: pixels({ darkest: 0, dark: 1, bright: 30, brightest: 60 }),
    is: 'warn',
    saying: 'dark',
  },
  {
    name: 'white print on black',
    facts: pixels({ darkest: 0, dark: 0, bright: 0, brightest: 255 }),
    is: 'pass',
  },
  {
    name: 'washed out',
    facts: pixels({ darkest: 180, dark: 210, bright: 255, brightest: 255 }),
    is: 'warn',
    saying: 'bright',
  },
  {
    name: 'black print on white',
    facts: pixels({ darkest: 0, dark: 255, bright: 255, brightest: 255 }),
    is: 'pass',
  },
  { name: 'a image that does not decode', facts: undecodable, is: 'not_applicable' },
])
