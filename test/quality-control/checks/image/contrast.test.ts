import { describeCheck } from '../../../support/check-table'
import { imageFacts, pixelFacts } from '../../../support/facts'

const undecodable = { image: imageFacts({ pixels: undefined }) }
const pixels = (changes: Parameters<typeof pixelFacts>[0]) => ({
  image: imageFacts({ pixels: pixelFacts(changes) }),
})

describeCheck('image/contrast', [
  { name: 'an ordinary image', facts: pixels({}), is: 'pass' },
  {
    name: 'a pastel gradient',
    facts: pixels({ darkest: 190, dark: 195, bright: 225, brightest: 230, isSmooth: true }),
    is: 'pass',
  },
  { name: 'a hazy image', facts: pixels({ darkest: 150, brightest: 190 }), is: 'warn' },
  {
    name: 'a washed-out photograph',
    facts: pixels({ darkest: 90, dark: 100, bright: 170, brightest: 190 }),
    is: 'warn',
  },
  {
    name: 'a washed-out photograph that the profile accepts',
    facts: pixels({ darkest: 90, dark: 100, bright: 170, brightest: 190 }),
    settings: { minPhotographRangeLevels: 0 },
    is: 'pass',
  },
  {
    name: 'light grey print on white',
    facts: pixels({ darkest: 160, dark: 250, bright: 255, brightest: 255 }),
    is: 'pass',
  },
  {
    name: 'a line of black print on white',
    facts: pixels({ darkest: 0, dark: 255, bright: 255, brightest: 255 }),
    is: 'pass',
  },
  { name: 'a image that does not decode', facts: undecodable, is: 'not_applicable' },
])
